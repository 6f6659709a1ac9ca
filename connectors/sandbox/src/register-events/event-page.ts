import { ENTERPRISES } from '../fixtures/enterprises.ts';
import { HOUSEHOLDS } from '../fixtures/population.ts';
import { html, type Html } from '../pages/html.ts';
import { layout } from '../pages/layout.ts';
import { EVENT_KINDS } from './event-kinds.ts';
import type { ToldEvent } from './tell-platform.ts';

const people: readonly Html[] = HOUSEHOLDS.flatMap(({ members }) =>
  members.map(({ firstName, lastName, ssin }) => html`<option value="${ssin}">${firstName} ${lastName}</option>`),
);
const companies: readonly Html[] = ENTERPRISES.map(
  ({ name, number }) => html`<option value="${number}">${name.fr ?? name.nl ?? ''}</option>`,
);

const outcome = (told: ToldEvent | undefined): Html =>
  told === undefined
    ? html``
    : html`<p role="status">
        ${told.kind} was told under the name ${told.eventId}: the platform answered
        ${told.status ?? 'nothing, it cannot be reached'}.
      </p>`;

/** Where whoever plays a register tells the platform of an event. */
export const eventPage = (told?: ToldEvent): string =>
  layout(
    'Registers that tell by themselves',
    html`<p class="demo" role="note">Demonstration: nobody dies or moves. You play the register.</p>
      <p><a href="/">Sources</a></p>
      ${outcome(told)}
      <form class="stacked" method="post" action="/register-events">
        <label for="platform">Address of the platform on this machine</label>
        <input id="platform" name="platform" type="url" required value="http://localhost:8080" />
        <label for="token">API token of an administration, for registers.tell</label>
        <input id="token" name="token" type="password" autocomplete="off" required />
        <label for="kind">What happened</label>
        <select id="kind" name="kind">
          ${Object.keys(EVENT_KINDS).map((kind) => html`<option>${kind}</option>`)}
        </select>
        <label for="subject">To whom</label>
        <select id="subject" name="subject">
          <optgroup label="People">${people}</optgroup>
          <optgroup label="Companies">${companies}</optgroup>
        </select>
        <label for="on">On which day</label>
        <input id="on" name="on" type="date" required />
        <label for="eventId">Name of the event (empty: a new one)</label>
        <input id="eventId" name="eventId" maxlength="100" pattern="[A-Za-z0-9._:\\-]+" />
        <button type="submit">Tell</button>
      </form>`,
  );
