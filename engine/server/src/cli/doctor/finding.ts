/** What the doctor says of one thing: that it is well, or what is wrong and what to do. */
export interface Finding {
  readonly isOk: boolean;
  readonly text: string;
}

export const well = (text: string): Finding => ({ isOk: true, text });

export const problem = (thrown: unknown, advice: string): Finding => ({
  isOk: false,
  text: `${(thrown instanceof Error ? thrown.message : String(thrown)).replace(/[^.?]$/, '$&.')} ${advice}`,
});
