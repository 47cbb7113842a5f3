import type { Messages } from './messages.ts';
import { many } from './plural.ts';

export const enAccount: Messages['account'] = {
  title: 'My account',
  open: 'My account',
  signsInAs: (username, mail) => (mail === '' ? `User name: ${username}` : `User name: ${username}, mail: ${mail}`),
  yourPassword: 'Your password',
  password: {
    title: 'Password',
    current: 'Current password',
    fresh: 'New password',
    again: 'New password again',
    rule: 'At least 10 characters; a sentence will do.',
    tooShort: 'The new password needs at least 10 characters.',
    differ: 'The two new passwords differ. Type them again.',
    change: 'Change the password',
    changed: (ended) =>
      ended === 0 ? 'The password is changed.' : `The password is changed; ${many(ended, 'other session')} ended.`,
  },
  secondFactor: {
    title: 'Second factor',
    off: 'Off. When it is on, signing in takes a code of an app on your phone besides the password.',
    on: 'On. Signing in takes a code of an app on your phone besides the password.',
    start: 'Turn on the second factor',
    scan: 'Scan the picture with an authenticator app, or type in the key:',
    picture: 'QR code of the second factor',
    code: 'Six digits that the app shows',
    confirm: 'Confirm',
    codesTitle: 'Backup codes',
    codes:
      'Without your phone, each backup code stands in for a code once. Write them down or print them now and keep them safe; they are not shown again.',
    done: 'I have kept the backup codes',
    renew: 'Renew the backup codes',
    stop: 'Turn off the second factor',
  },
  reminders: {
    title: 'Reminders by mail',
    byMail: (mail) => `Besides showing reminders here, send them to ${mail}`,
    saved: 'Saved.',
  },
  sessions: {
    title: 'Where you are signed in',
    current: 'Here, in use',
    started: (at) => `Signed in on ${at}`,
    place: (address, at) => `From ${address}, last used ${at}`,
    end: 'End',
    endOf: (started) => `End the session of ${started}`,
    endOthers: 'End all other sessions',
    ended: 'Ended.',
  },
  link: {
    title: { invitation: 'Set your password', reset: 'Set a new password' },
    checking: 'Checking the link…',
    hello: (name, username) => `Hello ${name}. Once the password is set, sign in as “${username}”.`,
    save: 'Save the password',
    saved: 'The password is saved. You can sign in now.',
    toSignIn: 'Sign in',
    refused: 'This link cannot be used',
  },
};
