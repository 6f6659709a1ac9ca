/** A procedure key made of a title: lower-case letters, digits and hyphens, starting with a letter. */
export const slug = (title) => title
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 63);
export const isProcedureKey = (key) => /^[a-z][a-z0-9-]{1,62}$/.test(key);
//# sourceMappingURL=slug.js.map