package fr.tiers.letter;

import fr.tiers.kernel.BusinessException;
import fr.tiers.kernel.BusinessException.Kind;
import fr.tiers.kernel.Db;
import fr.tiers.mail.MailFile;
import fr.tiers.mail.MailFileRow;
import fr.tiers.mail.MailFiles;
import fr.tiers.mail.Outbox;
import fr.tiers.organisation.Organisation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import static fr.tiers.access.Role.Names.ACCOUNTING;
import static fr.tiers.access.Role.Names.ADMINISTRATOR;
import static fr.tiers.access.Role.Names.ASSISTANT;
import static fr.tiers.access.Role.Names.MARKETING;
import static fr.tiers.access.Role.Names.READER;
import static fr.tiers.access.Role.Names.SALES;
import static fr.tiers.access.Role.Names.SALES_MANAGER;
import static fr.tiers.access.Role.Names.TECHNICIAN;

/** The templates of mails to contacts: written by administrators, used by everybody but extranet users. */
@Stateless
@RolesAllowed(ADMINISTRATOR)
public class LetterTemplates {

    private static final String SELECT =
            "select t.*, c.code as company from letter_template t left join company c on c.id = t.company_id ";

    @Inject
    Db db;

    @Inject
    Organisation organisation;

    @Inject
    LetterFields fields;

    @Inject
    Writers writers;

    @Inject
    Outbox outbox;

    /** @return by category and name, those that are no longer offered last */
    public List<LetterTemplate> all() {
        return list(true);
    }

    /** @return what the caller may choose from: active ones, of the own company or of all */
    @RolesAllowed({ADMINISTRATOR, SALES_MANAGER, SALES, ASSISTANT, MARKETING, TECHNICIAN, ACCOUNTING, READER})
    public List<LetterTemplate> offered() {
        return list(false);
    }

    private List<LetterTemplate> list(boolean all) {
        var files = allFiles();
        return db.call(handle -> handle.createQuery(
                        SELECT
                                + """
                                where :all or t.active and (t.company_id is null or t.company_id = :company)
                                order by t.active desc, fold(t.category) nulls last, fold(t.name), t.language desc, t.id
                                """)
                .bind("all", all)
                .bindByType("company", writers.current().companyId(), Long.class)
                .map((row, context) -> template(row, files))
                .list());
    }

    /** @throws BusinessException NOT_FOUND */
    public LetterTemplate get(long id) {
        return db.call(handle -> handle.createQuery(SELECT + "where t.id = :id")
                        .bind("id", id)
                        .map((row, context) -> template(row, files().rows(List.of(id))))
                        .findOne())
                .orElseThrow(() -> BusinessException.notFound("letter-template", id));
    }

    /** @throws BusinessException INVALID, naming an unknown token too; CONFLICT {@code letter-template-name-taken} */
    public LetterTemplate create(LetterTemplateCommand given) {
        var command = given.cleaned(fields.tokens());
        var company = company(command);
        requireFree(null, command, company);
        long id = db.call(handle -> handle.createQuery(
                        """
                        insert into letter_template (name, category, company_id, language, subject, html, active)
                        values (:name, :category, :companyId, :language, :subject, :html, :active) returning id
                        """)
                .bindMethods(command)
                .bind("companyId", company)
                .mapTo(Long.class)
                .one());
        return get(id);
    }

    /** @throws BusinessException as {@link #create}; STALE; NOT_FOUND */
    public LetterTemplate update(long id, long version, LetterTemplateCommand given) {
        get(id);
        var command = given.cleaned(fields.tokens());
        var company = company(command);
        requireFree(id, command, company);
        touch(id, db.call(handle -> handle.createUpdate(
                        """
                                update letter_template set version = version + 1, name = :name, category = :category, company_id = :companyId,
                                       language = :language, subject = :subject, html = :html, active = :active
                                where id = :id and version = :version
                                """)
                .bindMethods(command)
                .bind("companyId", company)
                .bind("id", id)
                .bind("version", version)
                .execute()));
        return get(id);
    }

    /** What was sent with it stays as it is. */
    public void delete(long id, long version) {
        get(id);
        touch(id, db.call(handle -> handle.createUpdate(
                        "delete from letter_template where id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .execute()));
    }

    /** @throws BusinessException STALE; TOO_LARGE {@code mail-too-large} when its files are larger together than a mail takes */
    public LetterTemplate addFile(long id, long version, MailFile file) {
        nextVersion(id, version);
        try {
            files().write(id, List.of(file), outbox.maxSize());
        } catch (MailFiles.TooLarge e) {
            throw outbox.tooLarge();
        }
        return get(id);
    }

    /** @throws BusinessException STALE; NOT_FOUND */
    public LetterTemplate removeFile(long id, long version, int position) {
        nextVersion(id, version);
        if (!files().delete(id, position)) {
            throw BusinessException.notFound("mail-file", position);
        }
        return get(id);
    }

    private void nextVersion(long id, long version) {
        get(id);
        touch(id, db.call(handle -> handle.createUpdate(
                        "update letter_template set version = version + 1 where id = :id and version = :version")
                .bind("id", id)
                .bind("version", version)
                .execute()));
    }

    private static void touch(long id, int rows) {
        if (rows == 0) {
            throw BusinessException.stale("letter-template", id);
        }
    }

    private Long company(LetterTemplateCommand command) {
        return command.company() == null ? null : (Long) organisation.companyId("company", command.company());
    }

    private void requireFree(Long id, LetterTemplateCommand command, Long company) {
        boolean taken = db.call(handle -> handle.createQuery(
                        """
                        select exists (select 1 from letter_template where name = :name and language = :language
                                       and company_id is not distinct from :company and id is distinct from :id)
                        """)
                .bind("name", command.name())
                .bind("language", command.language())
                .bindByType("company", company, Long.class)
                .bindByType("id", id, Long.class)
                .mapTo(Boolean.class)
                .one());
        if (taken) {
            throw new BusinessException(Kind.CONFLICT, "letter-template-name-taken", command.name());
        }
    }

    private MailFiles files() {
        return new MailFiles(db, "letter_template", "template_id");
    }

    private Map<Long, List<MailFileRow>> allFiles() {
        return files().rows(db.call(handle -> handle.createQuery("select id from letter_template")
                .mapTo(Long.class)
                .list()));
    }

    private static LetterTemplate template(ResultSet row, Map<Long, List<MailFileRow>> files) throws SQLException {
        long id = row.getLong("id");
        return new LetterTemplate(
                id,
                row.getLong("version"),
                row.getString("name"),
                row.getString("category"),
                row.getString("company"),
                row.getString("language"),
                row.getString("subject"),
                row.getString("html"),
                row.getBoolean("active"),
                files.getOrDefault(id, List.of()));
    }
}
