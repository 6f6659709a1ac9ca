/** Strings, brackets and commas: what decides where one value of a list of values ends. */
const token = /"(?:\\.|[^"\\])*"|[()[\]{},]/g;

/** Splits `"high", "low", [1..5]` at its commas, outside strings and brackets. */
export const splitTests = (text: string): string[] => {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: found, index } of text.matchAll(token)) {
    if ('([{'.includes(found)) depth += 1;
    else if (')]}'.includes(found)) depth -= 1;
    else if (found === ',' && depth === 0) {
      parts.push(text.slice(from, index));
      from = index + 1;
    }
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
};
