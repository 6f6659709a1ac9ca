import type { PartyRow } from '@irisflow/parties';
import type { PartySummary } from '../views/party.ts';

export const summarizeParty = ({ id, kind, name, enterprise_number: enterpriseNumber }: PartyRow): PartySummary => ({
  id,
  kind,
  name,
  enterpriseNumber,
});
