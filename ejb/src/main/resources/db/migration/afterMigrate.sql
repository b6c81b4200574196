do $$ begin perform merge_journal_install(); end $$;
