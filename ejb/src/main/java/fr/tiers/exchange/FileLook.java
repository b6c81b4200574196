package fr.tiers.exchange;

import fr.tiers.exchange.file.FileFormat;
import fr.tiers.exchange.file.TableFile;
import fr.tiers.kernel.BusinessException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import static fr.tiers.kernel.BusinessException.Kind.REFUSED;

/**
 * What is in a file: its header, its first rows, how many there are. The whole of it is read, so that what is broken is known before
 * anything is kept.
 *
 * @param header each name once
 */
record FileLook(FileFormat format, List<String> header, List<List<String>> sample, long rows) {

    static final int SAMPLE = 5;
    private static final int LONGEST_NAME = 120;

    /** @throws BusinessException REFUSED for a file that cannot be read, or has nothing to import */
    static FileLook at(Path file, FileFormat format) throws IOException {
        var header = new ArrayList<String>();
        var sample = new ArrayList<List<String>>();
        var rows = new long[1];
        TableFile.read(file, format, (number, cells) -> {
            if (header.isEmpty()) {
                header.addAll(names(cells));
            } else {
                rows[0]++;
                if (sample.size() < SAMPLE) {
                    sample.add(cells);
                }
            }
        });
        if (rows[0] == 0) {
            throw new BusinessException(REFUSED, "import-file-no-rows");
        }
        return new FileLook(format, header, sample, rows[0]);
    }

    private static List<String> names(List<String> cells) {
        var taken = new HashSet<String>();
        var names = new ArrayList<String>();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i).replaceAll("\\s+", " ");
            var name = cell.isEmpty() ? "#" + (i + 1) : cell.substring(0, Math.min(LONGEST_NAME, cell.length()));
            var unique = name;
            for (int again = 2; !taken.add(unique); again++) {
                unique = name + " (" + again + ')';
            }
            names.add(unique);
        }
        return names;
    }
}
