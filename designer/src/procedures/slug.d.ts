/** A procedure key made of a title: lower-case letters, digits and hyphens, starting with a letter. */
export declare const slug: (title: string) => string;
export declare const isProcedureKey: (key: string) => boolean;
