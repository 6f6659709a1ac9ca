import type { Queryable, Row } from '@irisflow/database';
import { isoOf, type Locale } from '@irisflow/foundation';
import type { MadeSeal } from '../seals/seal-letter.ts';
import { tables } from './tables.ts';

export interface NewSeal extends MadeSeal {
  readonly documentId: string;
  readonly caseId: string;
  readonly administration: string;
  /** Of the sealed file. */
  readonly sha256: string;
}

export const insertSeal = (db: Queryable, { certificate, signatory, ...seal }: NewSeal) =>
  tables(db)
    .insertInto('letter_seal')
    .values({
      document_id: seal.documentId,
      case_id: seal.caseId,
      administration: seal.administration,
      sha256: seal.sha256,
      at: isoOf(seal.at),
      language: seal.language,
      signatory: signatory?.name ?? null,
      capacity: signatory?.capacity ?? null,
      holder: certificate.holder,
      issuer: certificate.issuer,
      serial_number: certificate.serialNumber,
      valid_from: certificate.validFrom,
      valid_to: certificate.validTo,
      fingerprint: certificate.fingerprint,
    })
    .execute();

export interface SealRow extends Row {
  document_id: string;
  case_id: string;
  /** Of the file as it was sealed. */
  sha256: string;
  /** Of the file that the document has today. */
  file: string;
  at: Date | string;
  language: Locale;
  signatory: string | null;
  capacity: string | null;
  holder: string;
  issuer: string;
  serial_number: string;
  valid_from: Date | string;
  valid_to: Date | string;
  fingerprint: string;
}

const columns = `s.document_id, s.case_id, s.sha256, s.at, s.language, s.signatory, s.capacity, s.holder, s.issuer, s.serial_number,
  s.valid_from, s.valid_to, s.fingerprint, d.sha256 as file`;

/** Seals of the letters of a case that whoever asks may open. */
export const listSealsOfCase = (db: Queryable, caseId: string): Promise<SealRow[]> =>
  db.query<SealRow>(
    `select ${columns} from casework.letter_seal s
       join casework.document d on d.id = s.document_id
       join casework.document_content k on k.sha256 = d.sha256
      where s.case_id = $1 order by s.at desc, s.document_id`,
    [caseId],
  );

/** Seals behind a document, in the order of their documents. */
export const listSealsAfter = (db: Queryable, after: string, limit: number): Promise<SealRow[]> =>
  db.query<SealRow>(
    `select ${columns} from casework.letter_seal s
       join casework.document d on d.id = s.document_id
      where s.document_id > $1 order by s.document_id limit $2`,
    [after, limit],
  );
