import { accept, refuse, refuseUnlessDigits, type Identifier } from './check.ts';

/** A commune of the Brussels-Capital Region. */
export interface Commune {
  /** Code of the national institute of statistics. */
  readonly nis: string;
  readonly fr: string;
  readonly nl: string;
  /** Postcodes of which the commune has addresses. */
  readonly postcodes: readonly string[];
}

const commune = (nis: string, names: readonly [string, string], postcodes: readonly string[]): Commune => ({
  nis,
  fr: names[0],
  nl: names[1],
  postcodes,
});

/** The 19 communes by their code. */
export const communes: readonly Commune[] = [
  commune('21001', ['Anderlecht', 'Anderlecht'], ['1070']),
  commune('21002', ['Auderghem', 'Oudergem'], ['1160']),
  commune('21003', ['Berchem-Sainte-Agathe', 'Sint-Agatha-Berchem'], ['1082']),
  // The Avenue Louise and parts of the European quarter are of the City with the postcodes of their neighbors.
  commune('21004', ['Bruxelles', 'Brussel'], ['1000', '1020', '1120', '1130', '1040', '1050']),
  commune('21005', ['Etterbeek', 'Etterbeek'], ['1040']),
  commune('21006', ['Evere', 'Evere'], ['1140']),
  commune('21007', ['Forest', 'Vorst'], ['1190']),
  commune('21008', ['Ganshoren', 'Ganshoren'], ['1083']),
  commune('21009', ['Ixelles', 'Elsene'], ['1050']),
  commune('21010', ['Jette', 'Jette'], ['1090']),
  commune('21011', ['Koekelberg', 'Koekelberg'], ['1081']),
  commune('21012', ['Molenbeek-Saint-Jean', 'Sint-Jans-Molenbeek'], ['1080']),
  commune('21013', ['Saint-Gilles', 'Sint-Gillis'], ['1060']),
  commune('21014', ['Saint-Josse-ten-Noode', 'Sint-Joost-ten-Node'], ['1210']),
  commune('21015', ['Schaerbeek', 'Schaarbeek'], ['1030']),
  commune('21016', ['Uccle', 'Ukkel'], ['1180']),
  commune('21017', ['Watermael-Boitsfort', 'Watermaal-Bosvoorde'], ['1170']),
  commune('21018', ['Woluwe-Saint-Lambert', 'Sint-Lambrechts-Woluwe'], ['1200']),
  commune('21019', ['Woluwe-Saint-Pierre', 'Sint-Pieters-Woluwe'], ['1150']),
];

const byNis: ReadonlyMap<string, Commune> = new Map(communes.map((one) => [one.nis, one]));

/** Every commune that has addresses of a postcode: several, for a postcode is no commune; none where only institutions have it. */
export const communesOfPostcode = (postcode: string): readonly Commune[] =>
  communes.filter(({ postcodes }) => postcodes.includes(postcode));

const normalize = (written: string): string => written.replaceAll(/\s/gu, '');

/** A commune of the Region by its code; an address is in the Region when its commune is, whatever its postcode. */
export const communeCode: Identifier<{ readonly commune: Commune }> = {
  normalize,
  format: (value) => value,
  check: (written) => {
    const digits = normalize(written);
    const wrong = refuseUnlessDigits(digits, 5);
    if (wrong !== undefined) return wrong;
    const found = byNis.get(digits);
    return found === undefined ? refuse('unknown', { found: digits }) : accept(digits, { commune: found });
  },
};
