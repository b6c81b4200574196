package fr.tiers.address;

import fr.tiers.address.site.OpeningException;
import fr.tiers.address.site.OpeningSlot;
import fr.tiers.address.site.RequiredHabilitation;
import fr.tiers.address.site.SiteData;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Between the tables of a site and its records. */
final class SiteMapping {

    /** Columns for a query whose address is called {@code a}. */
    static final String COLUMNS =
            """
            (select u.login from app_user u where u.id = a.technician_id) as technician,
            array(select concat_ws('|', o.day, to_char(o.opens, 'HH24:MI'), to_char(o.closes, 'HH24:MI'))
                  from address_opening o where o.address_id = a.id order by o.day, o.opens) as openings,
            array(select concat(e.day, '|', to_char(e.opens, 'HH24:MI'), '|', to_char(e.closes, 'HH24:MI'), '|', e.reason)
                  from address_exception e where e.address_id = a.id order by e.day, e.opens) as exceptions,
            array(select concat(h.type_code, '|', h.level, '|', h.mandatory)
                  from address_habilitation h where h.address_id = a.id order by h.type_code) as habilitations
            """;

    private SiteMapping() {}

    static List<OpeningSlot> hours(ResultSet row) throws SQLException {
        return texts(row.getArray("openings"))
                .map(text -> text.split("[|]"))
                .map(part ->
                        new OpeningSlot(DayOfWeek.of(Integer.parseInt(part[0])).name(), part[1], part[2]))
                .toList();
    }

    static SiteData site(ResultSet row) throws SQLException {
        return new SiteData(
                row.getString("site_name"),
                row.getString("technician"),
                row.getString("holiday_region"),
                row.getBoolean("closed_on_holidays"),
                texts(row.getArray("exceptions"))
                        .map(text -> text.split("[|]", 4))
                        .map(part -> new OpeningException(
                                LocalDate.parse(part[0]), filled(part[1]), filled(part[2]), filled(part[3])))
                        .toList(),
                texts(row.getArray("habilitations"))
                        .map(text -> text.split("[|]"))
                        .map(part -> new RequiredHabilitation(
                                part[0], part[1].isEmpty() ? null : Integer.valueOf(part[1]), "t".equals(part[2])))
                        .toList());
    }

    private static Stream<String> texts(Array array) throws SQLException {
        return Stream.of((String[]) array.getArray());
    }

    private static String filled(String text) {
        return text.isEmpty() ? null : text;
    }

    /** Writes what stands in tables of its own; replaces what was there. */
    static void write(Handle handle, long address, AddressCommand command) {
        Stream.of("address_opening", "address_exception", "address_habilitation")
                .forEach(table -> handle.execute("delete from " + table + " where address_id = ?", address));
        for (var slot : command.openingHours()) {
            handle.execute(
                    "insert into address_opening (address_id, day, opens, closes) values (?, ?, ?::time, ?::time)",
                    address,
                    DayOfWeek.valueOf(slot.day()).getValue(),
                    slot.from(),
                    slot.to());
        }
        for (var one : command.site().exceptions()) {
            handle.execute(
                    "insert into address_exception (address_id, day, opens, closes, reason) values (?, ?, ?::time, ?::time, ?)",
                    address,
                    one.date(),
                    one.from(),
                    one.to(),
                    one.reason());
        }
        for (var one : command.site().habilitations()) {
            handle.execute(
                    "insert into address_habilitation (address_id, type_code, level, mandatory) values (?, ?, ?, ?)",
                    address,
                    one.type(),
                    one.level(),
                    one.mandatory());
        }
    }

    static String words(List<OpeningSlot> hours) {
        return hours.stream()
                .map(slot -> slot.day() + ' ' + slot.from() + '-' + slot.to())
                .collect(Collectors.joining(", "));
    }

    static String exceptionWords(List<OpeningException> exceptions) {
        return exceptions.stream()
                .map(one -> one.date()
                        + (one.from() == null ? " -" : ' ' + one.from() + '-' + one.to())
                        + (one.reason() == null ? "" : ' ' + one.reason()))
                .collect(Collectors.joining(", "));
    }

    static String habilitationWords(List<RequiredHabilitation> habilitations) {
        return habilitations.stream()
                .map(one -> one.type() + (one.level() == null ? "" : " " + one.level()) + (one.mandatory() ? " !" : ""))
                .collect(Collectors.joining(", "));
    }
}
