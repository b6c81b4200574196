select merge_journal_install();
