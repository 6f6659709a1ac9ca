import { requireRole, requireStaff, type Actor } from '@irisflow/access';
import { instantOf, type Locale, type LocalizedText } from '@irisflow/foundation';
import {
  listOwnRegistrations,
  listUsableRegistrations,
  type ConnectorRegistrationRow,
} from '../storage/connector-registrations.ts';
import type { ConnectorPage, RegisteredConnectorView } from '../views/connector.ts';
import { servedTypesFor } from './served-types.ts';
import type { ConnectorsSurroundings, UseCase } from './surroundings.ts';

export interface InLocale {
  readonly locale: Locale;
}

/** What an analyst may use of others: registered for their administration or for all, while somebody serves it. */
const servedRegistrations = async (
  surroundings: ConnectorsSurroundings,
  actor: Actor,
): Promise<ConnectorRegistrationRow[]> => {
  const { database } = surroundings;
  const { administration } = requireRole(actor, ['analyst', 'administrator']);
  // Whoever administers the platform draws for nobody.
  if (administration === null) return [];
  const served = await servedTypesFor(surroundings, database, administration);
  return (await listUsableRegistrations(database, administration)).filter(({ type }) => served.includes(type));
};

/** The element templates of connectors that others registered for the analyst's administration. */
export const listConnectorTemplates: UseCase<InLocale, unknown[]> = async (surroundings, actor, { locale }) => {
  const rows = await servedRegistrations(surroundings, actor);
  return rows.map(({ templates }) => (templates as Record<Locale, unknown>)[locale]);
};

/** The pages of connectors that others registered for the analyst's administration. */
export const listConnectorPages: UseCase<InLocale, ConnectorPage[]> = async (surroundings, actor, { locale }) => {
  const rows = await servedRegistrations(surroundings, actor);
  return rows.map(({ type, version, title, documentation }) => ({
    type,
    version,
    title: (title as LocalizedText)[locale],
    isShipped: false,
    documentation: (documentation as LocalizedText)[locale],
    output: null,
    errors: [],
  }));
};

/** What was registered in the name of the administrator's administration. */
export const listOwnConnectors: UseCase<Record<string, never>, RegisteredConnectorView[]> = async (
  surroundings,
  actor,
) => {
  const { administration } = requireStaff(actor, ['administrator']);
  const { database } = surroundings;
  const served = await servedTypesFor(surroundings, database, administration);
  const rows = await listOwnRegistrations(database, administration);
  return rows.map((row) => ({
    type: row.type,
    version: row.version,
    title: row.title as LocalizedText,
    registeredAt: instantOf(row.registered_at),
    tokenName: row.token_name,
    isServed: served.includes(row.type),
  }));
};
