/** What a form has besides what stands in the address: a file, or a word with what it says. */
export type FormFields = Readonly<Record<string, 'file' | string>>;

/** Where a procedure stands in REST. Names in `{}` are members of its input. */
export interface RestRoute {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below `/api/v1`. */
  readonly path: `/${string}`;
  readonly summary: string;
  /** Of a procedure that takes a form (multipart/form-data) instead of JSON. */
  readonly form?: FormFields;
}

const row =
  (method: RestRoute['method']) =>
  (path: RestRoute['path'], summary: string, form?: FormFields): RestRoute =>
    form === undefined ? { method, path, summary } : { method, path, summary, form };

const read = row('GET');
const post = row('POST');
const patch = row('PATCH');
const put = row('PUT');
const remove = row('DELETE');

const agency = '/agencies/{agencyId}';
const report = '/reports/{id}';
const ofReport = '/reports/{reportId}';
const thread = `${ofReport}/comments/{threadId}` as const;
const person = '/people/{personId}';
const campaign = '/campaigns/{campaignId}';
const webhook = `${agency}/webhooks/{id}` as const;
const published = '/published/{agencyId}/{year}';

/** Every procedure as REST, by its name. What `DELETE` and `GET` need besides the address stands in the query. */
export const restRoutes: Readonly<Record<string, RestRoute>> = {
  'session.me': read('/session', 'Who asks, with their roles; null for the public'),
  'session.options': read('/session/options', 'The ways of signing in besides the password'),

  'account.get': read('/account', 'One’s own account'),
  'account.sessions': read('/account/sessions', 'One’s own sessions'),
  'account.endSession': remove('/account/sessions/{id}', 'End one of one’s sessions'),
  'account.endOtherSessions': remove('/account/sessions', 'End all of one’s sessions but this'),
  'account.changePassword': post('/account/password', 'Change one’s password'),
  'account.setReminderMails': put('/account/reminder-mails', 'Whether reminders come to oneself by mail too'),
  'account.requestReset': post('/account/reset', 'Ask for a link to set a new password'),
  'account.readLink': post('/account/link', 'What a one-time link is for'),
  'account.setPassword': post('/account/link/password', 'Set a password by a one-time link'),

  'people.list': read('/people', 'The people whom one may see'),
  'people.get': read(person, 'One person'),
  'people.create': post('/people', 'Add a person at an agency'),
  'people.update': patch(person, 'Change a person’s name or mail address'),
  'people.sendLink': post(`${person}/link`, 'Give a person a link to set a password'),
  'people.setDisabled': put(`${person}/disabled`, 'Close a person’s account, or open it again'),
  'people.resetSecondFactor': remove(`${person}/second-factor`, 'Take a lost second factor off an account'),
  'people.setIdentity': put(`${person}/identity`, 'Tie an account to an identity of the provider'),
  'people.grantRole': post(`${person}/roles`, 'Give a person a role at an agency'),
  'people.withdrawRole': remove(`${person}/roles/{agencyId}/{role}`, 'Take a role from a person'),

  'tokens.list': read('/tokens', 'The tokens of other systems'),
  'tokens.create': post(`${agency}/tokens`, 'Make a token; its secret is shown once'),
  'tokens.revoke': remove(`${agency}/tokens/{id}`, 'Take a token back'),

  'agencies.list': read('/agencies', 'The agencies that one has to do with'),
  'agencies.get': read(agency, 'One agency'),
  'agencies.history': read(`${agency}/history`, 'Names, mergers and splits of an agency over the years'),
  'agencies.create': post('/agencies', 'Add an agency below another'),
  'agencies.change': patch(agency, 'Change what is recorded of an agency'),
  'agencies.move': post(`${agency}/move`, 'Put an agency under another'),
  'agencies.end': post(`${agency}/end`, 'Record the last report year of an agency'),
  'agencies.reopen': post(`${agency}/reopen`, 'Take the end of an agency back'),
  'agencies.rename': post(`${agency}/rename`, 'Rename an agency from a year on'),
  'agencies.undoRename': post(`${agency}/rename/undo`, 'Take the newest renaming back'),
  'agencies.merge': post(`${agency}/merge`, 'Record that agencies were merged into this one'),
  'agencies.split': post(`${agency}/split`, 'Record that this agency was split'),
  'agencies.previewTable': post(`${agency}/table/preview`, 'What taking a table of agencies over would do', {
    file: 'file',
  }),
  'agencies.applyTable': post(`${agency}/table`, 'Take a table of agencies over, all of it or nothing', {
    file: 'file',
    plan: 'The plan that the preview named',
  }),
  'agencies.undoSuccession': remove(`${agency}/successions/{successionId}`, 'Take a merger or a split back'),

  'reports.list': read('/reports', 'The reports that one may see, with what the check says of each'),
  'reports.create': post('/reports', 'Open the report of an agency for a year'),
  'reports.get': read(report, 'A report with everything that a person needs to work on it'),
  'reports.save': post(`${report}/changes`, 'Save changes of single fields'),
  'reports.takeCarryOver': post(`${report}/carry-over`, 'Take over what last year’s report gives now'),
  'reports.explain': put(`${report}/explanations`, 'Write the explanation of a warning'),
  'reports.unexplain': post(`${report}/explanations/withdraw`, 'Take the explanation of a warning back'),
  'reports.move': post(`${report}/moves`, 'Submit, return, approve, accept, publish, correct, and the ways back'),
  'reports.schedule': put(`${report}/schedule`, 'Publish at a set minute'),
  'reports.cancelSchedule': remove(`${report}/schedule`, 'Do not publish at the set minute'),
  'reports.present': post(`${report}/presence`, 'A sign of life of somebody who edits'),
  'reports.compare': read(`${report}/comparison`, 'What differs between two versions, or one and the draft'),
  'reports.fieldHistory': read(
    `${report}/fields/{field}/history`,
    'Who gave a cell or a part of the text which value, and when',
  ),

  'comments.list': read(`${ofReport}/comments`, 'The conversations about a report'),
  'comments.start': post(`${ofReport}/comments`, 'Comment on a cell, a passage or the report'),
  'comments.reply': post(`${thread}/replies`, 'Reply to a comment'),
  'comments.edit': patch(`${thread}/replies/{commentId}`, 'Change a comment that one has just written'),
  'comments.delete': remove(`${thread}/replies/{commentId}`, 'Delete one’s own comment'),
  'comments.settle': put(`${thread}/resolved`, 'Mark a conversation as resolved, or open it again'),
  'comments.flag': put(`${thread}/follow-up`, 'Flag a conversation for follow-up, or not'),

  'attachments.list': read(`${ofReport}/attachments`, 'The files of a report'),
  'attachments.add': post(`${ofReport}/attachments`, 'Attach a file', {
    file: 'file',
    public: '1 for a file that is published with the report',
  }),
  'attachments.remove': remove(`${ofReport}/attachments/{attachmentId}`, 'Take a file away'),

  'imports.read': post(`${ofReport}/imports`, 'Read a file; nothing is taken over', { file: 'file' }),
  'imports.accept': post(`${ofReport}/imports/accepted`, 'Take over what was read from a file'),

  'campaigns.list': read('/campaigns', 'The campaigns that one has to do with'),
  'campaigns.get': read(campaign, 'A campaign: who is due, who is in, who is missing'),
  'campaigns.open': post('/campaigns', 'Open a report year for a government and all below it'),
  'campaigns.change': patch(campaign, 'Change the deadlines or the note of a campaign, or close it'),
  'campaigns.setDue': put(`${campaign}/due/{agencyId}`, 'Say whether an agency owes a report'),
  'campaigns.extend': put(`${campaign}/extensions/{agencyId}`, 'Give an agency more time'),

  'exports.start': post(`${campaign}/exports`, 'Have a campaign’s documents written into one file'),
  'exports.list': read(`${campaign}/exports`, 'The files that were asked for'),
  'exports.get': read(`${campaign}/exports/{exportId}`, 'How far one of them is'),

  'notifications.list': read('/notifications', 'What one was told'),
  'notifications.markRead': post('/notifications/read', 'Mark as read'),

  'audit.list': read(`${agency}/audit`, 'The audit trail of an agency and those below it'),

  'webhooks.list': read(`${agency}/webhooks`, 'The services that are told of publications'),
  'webhooks.create': post(`${agency}/webhooks`, 'Tell a service; its key is shown once'),
  'webhooks.change': patch(webhook, 'Change where and of what a service is told'),
  'webhooks.remove': remove(webhook, 'Tell a service no more'),
  'webhooks.deliveries': read(`${webhook}/deliveries`, 'What a service was told, with the attempts'),
  'webhooks.redeliver': post(`${webhook}/deliveries/{deliveryId}`, 'Tell it once more'),

  'jobs.listParked': read('/jobs/parked', 'Jobs that were given up after their last attempt'),
  'jobs.settleParked': post('/jobs/parked/{id}', 'Try a parked job again, or throw it away'),

  'rollUp.get': read(`${agency}/roll-up/{year}`, 'The figures of a government from those under it'),
  'rollUp.open': read(`${agency}/roll-up/{year}/cells/{cell}`, 'Who adds what to one sum'),
  'rollUp.state': read(`${ofReport}/roll-up`, 'How a report stands to the roll-up that it was taken from'),
  'rollUp.take': post(`${ofReport}/roll-up`, 'Take the roll-up into a report'),
  'rollUp.setAdditions': put(`${ofReport}/roll-up/additions`, 'What a government adds of its own'),

  'similarity.list': read('/similarity', 'Texts that repeat another report’s or last year’s'),
  'similarity.compare': read(`${ofReport}/similarity/{otherId}`, 'The passages that two reports share, side by side'),

  'search.all': read('/search', 'Search agencies, texts and findings that one may see'),

  'published.list': read('/published', 'Published reports, newest year first, a page at a time'),
  'published.search': read('/published/search', 'Search what is published'),
  'published.get': read(published, 'One public version of a report, the one in force without `version`'),
  'published.compare': read(`${published}/comparison`, 'What a correction changed'),
};
