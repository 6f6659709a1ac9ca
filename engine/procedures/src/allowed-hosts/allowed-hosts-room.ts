import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { allowHost } from './allow-host.ts';
import { findAllowedHosts, listAllowedHosts } from './list-allowed-hosts.ts';
import { removeAllowedHost } from './remove-allowed-host.ts';
import { reportRefusedHost } from './report-refused-host.ts';

export const allowedHostsRoom = (surroundings: Surroundings) =>
  room(surroundings, { listAllowedHosts, allowHost, removeAllowedHost, findAllowedHosts, reportRefusedHost });
