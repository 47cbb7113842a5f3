/** A backup that cannot be taken or restored, with a sentence for the person in Chinese and English. */
export class BackupRefused extends Error {
  override readonly name = 'BackupRefused';
  readonly code = 'BACKUP_REFUSED';

  constructor(zh: string, en: string) {
    super(`${zh} / ${en}`);
  }
}
