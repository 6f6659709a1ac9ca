const patternOf = (line: string): RegExp =>
  new RegExp(
    line
      .trim()
      .split('…')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+'))
      .join('.*'),
  );

/** The first of some lines that an output does not have after the ones before it; `…` stands for anything. */
export const unsaidLine = (output: string, lines: readonly string[]): string | undefined => {
  const shown = output.split('\n');
  let from = 0;
  return lines.find((line) => {
    const pattern = patternOf(line);
    const found = shown.findIndex((text, index) => index >= from && pattern.test(text));
    from = found + 1;
    return found === -1;
  });
};
