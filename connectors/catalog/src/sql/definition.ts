import { defineConnector } from '@irisflow/connector-sdk';

import { CREDENTIAL_LABEL } from '../credentials/named-credential.ts';
import { run } from './run.ts';
import { Input, Output } from './schema.ts';

export const sqlRead = defineConnector({
  type: 'sql-read',
  version: 1,
  title: { fr: 'Lecture d’une base de données', nl: 'Databank lezen', en: 'Read a database' },
  description: {
    fr: 'Lit une base PostgreSQL par un accès nommé, sur un hôte qu’un administrateur a autorisé. Une seule instruction, qui ne peut rien écrire.',
    nl: 'Leest een PostgreSQL-databank via een benoemde toegang, op een host die een beheerder heeft toegelaten. Eén instructie, die niets kan schrijven.',
    en: 'Reads a PostgreSQL database by a named credential, on a host that an administrator has allowed. One statement, which cannot write.',
  },
  resultName: 'found',
  input: Input,
  fields: {
    credential: {
      label: CREDENTIAL_LABEL,
      hint: {
        fr: 'Configuré par l’exploitant : la base et l’utilisateur qui la lit.',
        nl: 'Geconfigureerd door de beheerder: de databank en de gebruiker die ze leest.',
        en: 'Configured by the operator: the database and the user who reads it.',
      },
    },
    statement: {
      label: { fr: 'Instruction', nl: 'Instructie', en: 'Statement' },
      hint: {
        fr: 'SELECT avec des emplacements nommés, par exemple « where number = :number ». Aucune expression ne la compose.',
        nl: 'SELECT met benoemde plaatsen, bijvoorbeeld “where number = :number”. Geen enkele expressie stelt ze samen.',
        en: 'SELECT with named places, for example “where number = :number”. No expression puts it together.',
      },
      isFixed: true,
    },
    parameters: {
      label: { fr: 'Valeurs', nl: 'Waarden', en: 'Values' },
      hint: {
        fr: 'Un contexte par nom, par exemple {number: permitNumber}. Une liste se lit « = any(:numbers) ».',
        nl: 'Een context per naam, bijvoorbeeld {number: permitNumber}. Een lijst leest men met “= any(:numbers)”.',
        en: 'A context by name, for example {number: permitNumber}. A list is read by “= any(:numbers)”.',
      },
    },
    maxRows: { label: { fr: 'Lignes au plus', nl: 'Hoogstens zoveel rijen', en: 'Rows at most' } },
    timeoutMs: { label: { fr: 'Délai maximal (ms)', nl: 'Maximale duur (ms)', en: 'Longest time (ms)' } },
  },
  output: Output,
  errors: {},
  secrets: ['SQL_CREDENTIALS'],
  targets: 'many',
  timeoutMs: 40_000,
  retries: 3,
  backoffMs: 5_000,
  example: {
    credential: 'permits',
    statement: 'select number, holder from permit where number = :number',
    parameters: { number: 'P-2026-0001' },
  },
  run,
});
