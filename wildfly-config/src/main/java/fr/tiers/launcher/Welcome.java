package fr.tiers.launcher;

import java.nio.file.Path;

/** What the console shows when everything is ready. */
final class Welcome {

    private static final String TEXT =
            """

            ------------------------------------------------------------------------
              Tiers is ready after %s s:  %s

              Log on as (password "tiers", on this machine only)
                admin       administrator        accounting  accountant
                manager     sales manager        technician  field technician
                sales       salesperson          marketing   marketing
                assistant   sales assistant      reader      read only

              Mails  %s
                     %s
              Data   %s
              Log    %s
              Stop   Ctrl-C
            ------------------------------------------------------------------------
            """;

    private Welcome() {}

    static void print(String address, MailCatcher mails, Path data, Path log, String seconds) {
        System.out.println(TEXT.formatted(seconds, address, mails.pageUrl(), mails.folder(), data, log));
    }
}
