import { feelMessage } from './feel-text.ts';
import type { FeelParams, FeelText, FeelTextCode } from './feel-text.ts';

/** Tells why a text is no FEEL; `offset` counts UTF-16 units from the start of the text. */
export class FeelSyntaxError extends Error implements FeelText {
  override readonly name = 'FeelSyntaxError';
  readonly text: FeelTextCode;
  readonly params: FeelParams;
  readonly offset: number;
  /** Steps that it took to find out. */
  readonly effort: number;

  constructor({ text, params }: FeelText, offset: number, effort = 0) {
    super(feelMessage({ text, params }, 'en'));
    this.text = text;
    this.params = params;
    this.offset = offset;
    this.effort = effort;
  }
}
