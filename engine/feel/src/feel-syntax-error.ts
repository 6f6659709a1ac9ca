/** Tells why a text is no FEEL; `offset` counts UTF-16 units from the start of the text. */
export class FeelSyntaxError extends Error {
  override readonly name = 'FeelSyntaxError';
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}
