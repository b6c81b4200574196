-- What those in charge of a tier are told by mail.
insert into mail_template (company_id, purpose, language, subject, body) values
    (null, 'CONTACT_MOVED', 'fr', '{{contact.name}} a changé d''employeur',
'Bonjour,

{{author}} a noté que {{contact.name}} a changé d''employeur.

Ancien employeur : {{tier.old}}
Nouvel employeur : {{tier.new}}
Nouvelle fonction : {{contact.jobTitle}}
Premier jour : {{change.date}}

Les événements et les documents restent chez l''ancien employeur ; la personne figure désormais parmi les contacts du nouveau.
'),
    (null, 'CONTACT_MOVED', 'en', '{{contact.name}} has changed employer',
'Hello,

{{author}} has noted that {{contact.name}} has changed employer.

Former employer: {{tier.old}}
New employer: {{tier.new}}
New job: {{contact.jobTitle}}
First day: {{change.date}}

Events and documents stay with the former employer; the person is now among the contacts of the new one.
'),
    (null, 'TIER_CONVERTED', 'fr', '{{tier}} est désormais {{function.now}}',
'Bonjour,

{{author}} a converti {{tier}} : {{function.before}} auparavant, {{function.now}} désormais.

Code : {{tier.code}}
Ancien code : {{tier.formerCode}}
'),
    (null, 'TIER_CONVERTED', 'en', '{{tier}} is now a {{function.now}}',
'Hello,

{{author}} has converted {{tier}}: a {{function.before}} before, a {{function.now}} now.

Code: {{tier.code}}
Former code: {{tier.formerCode}}
');
