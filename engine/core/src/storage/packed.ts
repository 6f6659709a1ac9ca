/** An entity as written: what is as usual is left out. */
export type Packed<Entity, Always extends keyof Entity> = Pick<Entity, Always> & {
  readonly [Name in Exclude<keyof Entity, Always>]?: Entity[Name] | undefined;
};

/** Undefined, which JSON leaves out, for a value that is as usual. */
export const unless = <Value>(value: Value, usual: Value): Value | undefined => (value === usual ? undefined : value);

/** The value as it was before `unless`. */
export const orUsual = <Value>(packed: Value | undefined, usual: Value): Value =>
  packed === undefined ? usual : packed;
