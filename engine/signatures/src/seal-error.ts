/** A file with a key that cannot be opened, a certificate that is not in force, a letter that cannot be sealed. */
export class SealError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'SealError';
  }
}
