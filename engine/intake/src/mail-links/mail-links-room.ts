import { room } from '@irisflow/access';
import type { MailLinkSurroundings } from '../surroundings.ts';
import { askMailLink, openMailLink } from './mail-links.ts';

/** The way in without an identity, where a procedure allows it. */
export const mailLinksRoom = (surroundings: MailLinkSurroundings) => room(surroundings, { askMailLink, openMailLink });
