/** The rest of a number of any length, written in digits, divided by 97. */
export const mod97 = (digits: string): number => {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97;
  return rest;
};

export const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Letters as ISO 7064 counts them: A is 10, Z is 35. */
export const lettersAsNumbers = (text: string): string =>
  text.toUpperCase().replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

/** The two digits by which references and communications are checked: the rest, where 97 stands for none. */
export const restDigits = (text: string): string => {
  const rest = mod97(lettersAsNumbers(text));
  return twoDigits(rest === 0 ? 97 : rest);
};

/** The two digits by which numbers of people and companies are checked: what is missing to the next multiple of 97. */
export const complementDigits = (digits: string): string => twoDigits(97 - mod97(digits));
