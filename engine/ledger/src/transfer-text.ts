interface Transfer {
  readonly name: string;
  /** Without spaces. */
  readonly iban: string;
  readonly amount: string;
  readonly communication: string;
}

/**
 * What a code for a transfer says (EPC069-12, version 002): banking apps fill an order in from it. Belgian communications
 * stand where free words do, because the place for references takes those of ISO 11649 alone.
 */
export const transferText = ({ name, iban, amount, communication }: Transfer): string =>
  ['BCD', '002', '1', 'SCT', '', name, iban, `EUR${amount}`, '', '', communication].join('\n');
