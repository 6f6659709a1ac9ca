const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const utf8 = (text: string): number[] =>
  Array.from(encodeURIComponent(text).matchAll(/%([\dA-F]{2})|[\s\S]/g), ([all, hex]) =>
    hex === undefined ? all.charCodeAt(0) : Number.parseInt(hex, 16),
  );

/** Text as Base64 of its UTF-8. */
export const toBase64 = (text: string): string => {
  const bytes = utf8(text.replace(/\p{Surrogate}/gu, '\ufffd'));
  let result = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [a = 0, b, c] = bytes.slice(index, index + 3);
    const group = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digit = (shift: number) => alphabet.charAt((group >> shift) & 63);
    result += digit(18) + digit(12) + (b === undefined ? '=' : digit(6)) + (c === undefined ? '=' : digit(0));
  }
  return result;
};

const base64Pattern = /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}(?:==)?|[A-Za-z\d+/]{3}=?)?$/;

const bytesOf = (digits: string): number[] => {
  const group =
    Array.from(digits).reduce((all, digit) => all * 64 + alphabet.indexOf(digit), 0) << (24 - digits.length * 6);
  return [group >> 16, group >> 8, group].slice(0, digits.length - 1).map((byte) => byte & 255);
};

/** Text whose UTF-8 is written in Base64, with or without the padding at its end; null when it is no such text. */
export const fromBase64 = (text: string): string | null => {
  if (!base64Pattern.test(text)) return null;
  const bytes = (text.replace(/=+$/, '').match(/.{1,4}/g) ?? []).flatMap(bytesOf);
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
};
