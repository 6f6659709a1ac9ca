import { compileForm, withPrefilled, type FieldError, type FormData } from '@irisflow/forms';
import { sampleForm, samplePrefilled, sampleSubmission } from '@irisflow/forms/testing';
import { I18nProvider, type Locale } from '@irisflow/ui';
import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FormWizard, UploadRefusal, type FormWizardProps } from './index.ts';

const user = userEvent.setup();

beforeEach(() => {
  // jsdom has no layout, so it has no scrolling either.
  HTMLElement.prototype.scrollIntoView = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

interface Setup extends Partial<FormWizardProps> {
  readonly start?: FormData;
  readonly screenLocale?: Locale;
}

const Wizard = ({ start = {}, screenLocale = 'en', ...props }: Setup) => {
  const [data, setData] = useState(() => withPrefilled(compileForm(sampleForm), start, samplePrefilled));
  return (
    <I18nProvider locale={screenLocale}>
      <FormWizard
        form={sampleForm}
        data={data}
        onChange={setData}
        onSubmit={() => undefined}
        prefilled={samplePrefilled}
        today="2026-11-24"
        {...props}
      />
    </I18nProvider>
  );
};

const press = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const next = () => press('Continue');
const title = () => screen.getByRole('heading', { level: 1 }).textContent;
const summary = () =>
  within(screen.getByRole('alert'))
    .getAllByRole('link')
    .map((link) => link.textContent);

const violations = async (): Promise<readonly string[]> => {
  const found = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};

const goTo = async (page: string): Promise<void> => {
  while (title() !== page) await next();
};

describe('the wizard', () => {
  test('walks from the first page to sending, and sends settled data', async () => {
    const sent: FormData[] = [];
    render(<Wizard start={{ ...sampleSubmission, incomeChange: 'left over' }} onSubmit={(data) => sent.push(data)} />);
    expect(title()).toBe('You');

    await next();
    expect(title()).toBe('Your household');
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));

    await next();
    await next();
    await press('Check my answers');
    expect(title()).toBe('Check your answers');

    await press('Send my application');
    expect(sent).toEqual([{ ...sampleSubmission, householdSize: 1, housingCost: 780.5 }]);
  });

  test('stops at a page with errors, lists them in reading order, and lets them go one by one', async () => {
    render(<Wizard />);
    await next();

    expect(title()).toBe('You');
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    expect(summary()).toEqual([
      'Fill in “Street”.',
      'Fill in “Number”.',
      'Fill in “Postal code”.',
      'Fill in “Municipality”.',
    ]);
    expect(screen.getByLabelText('Street').getAttribute('aria-invalid')).toBe('true');
    expect(await violations()).toEqual([]);

    await user.click(screen.getByRole('link', { name: 'Fill in “Number”.' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Number'));

    await user.type(screen.getByLabelText('Number'), '12');
    expect(summary()).toEqual(['Fill in “Street”.', 'Fill in “Postal code”.', 'Fill in “Municipality”.']);

    await user.type(screen.getByLabelText('Postal code'), '10');
    expect(summary()).toContain('Write a Belgian postal code of 4 digits, for example 1030.');
  });

  test('takes no amount that can be read in two ways: it says which ones, and asks', async () => {
    render(<Wizard start={sampleSubmission} />);
    await goTo('Your home');
    await user.clear(screen.getByLabelText('Rent per month'));
    await user.type(screen.getByLabelText('Rent per month'), '1.200');
    await next();

    expect(summary()).toEqual(['“Rent per month” can be read in two ways: choose €1,200.00 or €1.20.']);
    expect(await violations()).toEqual([]);

    await press('€1,200.00');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Rent per month').value).toBe('1,200.00');
  });

  test('shows no error before the person tries to go on', () => {
    render(<Wizard />);

    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(0);
  });

  test('shows known values with their source and does not ask for them', async () => {
    const signaled: string[] = [];
    const signal = (pointer: string, remark: string) => void signaled.push(`${pointer}: ${remark}`);
    render(<Wizard onSignalError={signal} />);

    // The name and the number come from one source: one card, said once.
    expect(screen.queryByRole('textbox', { name: 'Last name' })).toBeNull();
    expect(screen.getByText('85.00.00-997.12')).toBeDefined();
    expect(screen.getAllByText('Source: National Register, on 24/11/2026')).toHaveLength(1);

    await press(/^Something wrong\? Last name/);
    await press('Add the remark');
    expect(screen.getByText('Choose the value.')).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'Last name' }));
    await user.type(screen.getByLabelText('Your remark'), 'It is Verlinde');
    await press('Add the remark');
    expect(signaled).toEqual(['/applicant/lastName: It is Verlinde']);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('shows what was said to be wrong with a value, to change or take back', async () => {
    const signaled: string[] = [];
    const known = samplePrefilled['/applicant/lastName'];
    if (known === undefined) throw new Error('Expected the sample to know the last name.');
    const disputed = { ...known, disputed: { reason: 'It is Verlinde', at: '2026-11-24T09:00:00.000Z' } };
    render(
      <Wizard
        prefilled={{ ...samplePrefilled, '/applicant/lastName': disputed }}
        onSignalError={(pointer, remark) => void signaled.push(`${pointer}: ${remark}`)}
      />,
    );
    expect(screen.getByText('Reported as wrong: It is Verlinde')).toBeDefined();
    expect(await violations()).toEqual([]);

    await press(/^Something wrong\? Last name/);
    await user.click(screen.getByRole('radio', { name: 'Last name' }));
    expect(screen.getByLabelText<HTMLTextAreaElement>('Your remark').value).toBe('It is Verlinde');
    await press('Take the remark back');
    expect(signaled).toEqual(['/applicant/lastName: ']);
  });

  test('says when a remark could not be passed on, and keeps it', async () => {
    render(<Wizard onSignalError={() => Promise.reject(new Error('offline'))} />);
    await press(/^Something wrong\? Last name/);
    await user.click(screen.getByRole('radio', { name: 'Last name' }));
    await user.type(screen.getByLabelText('Your remark'), 'It is Verlinde');
    await press('Add the remark');
    expect(await screen.findByText(/could not be saved/)).toBeDefined();
    expect(screen.getByLabelText<HTMLTextAreaElement>('Your remark').value).toBe('It is Verlinde');
  });

  test('says when an editable value of a source was changed', async () => {
    render(<Wizard />);
    expect(screen.getByText('Source: your profile, on 20/11/2026')).toBeDefined();

    await user.type(screen.getByLabelText('E-mail address'), 'x');
    expect(screen.getByText('You changed the value from: your profile')).toBeDefined();
  });

  test('reveals a question when its rule says so, and asks for an answer only then', async () => {
    render(<Wizard start={sampleSubmission} />);
    await goTo('Your household');
    expect(screen.queryByLabelText('Explain what has changed')).toBeNull();

    await user.click(screen.getByRole('radio', { name: 'Yes' }));
    await next();
    expect(summary()).toEqual(['Fill in “Explain what has changed”.']);
  });

  test('adds and removes people, moves focus with them, and names the row in errors', async () => {
    render(<Wizard start={{ ...sampleSubmission, household: [] }} />);
    await goTo('Your household');
    await press('Add a person');
    expect(document.activeElement).toBe(screen.getByLabelText('First and last name'));

    await user.type(screen.getByLabelText('First and last name'), 'Sam');
    await press('Add a person');
    const second = within(screen.getByRole('group', { name: 'Person 2' }));
    expect(document.activeElement).toBe(second.getByLabelText('First and last name'));

    await user.selectOptions(second.getByLabelText('Relation to you'), 'other');
    await next();
    expect(summary()).toContain('Person 2: Fill in “Which relation?”.');
    expect(await violations()).toEqual([]);

    await press('Remove: Person 1: Sam');
    expect(screen.queryByRole('group', { name: 'Person 2' })).toBeNull();
    expect(screen.getByLabelText<HTMLSelectElement>('Relation to you').value).toBe('other');

    await press('Remove: Person 1');
    expect(screen.queryByRole('group', { name: /^Person/ })).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Put back: Person 1' }));
  });

  test('puts a removed person back where they were, by keyboard alone', async () => {
    const household = ['Anna', 'Bert', 'Carl'].map((name) => ({ name, birthDate: '2000-01-01', relation: 'child' }));
    render(<Wizard start={{ ...sampleSubmission, household }} />);
    await goTo('Your household');
    await press('Remove: Person 2: Bert');
    expect(screen.getAllByText('Person 2: Bert: removed')[1]?.tagName).toBe('OUTPUT');
    expect(screen.getByRole('group', { name: 'Person 2: Carl' })).toBeDefined();
    expect(await violations()).toEqual([]);

    await user.keyboard('{Enter}');

    const back = within(screen.getByRole('group', { name: 'Person 2: Bert' }));
    expect(document.activeElement).toBe(back.getByLabelText('First and last name'));
    expect(screen.getByRole('group', { name: 'Person 3: Carl' })).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Put back/ })).toBeNull();
    await goTo('Payment and declaration');
    await press('Check my answers');
    expect(screen.getByText('Person 2: Bert')).toBeDefined();
  });

  test('names the step in the title of the page, and says first that there are errors', async () => {
    render(<Wizard />);
    expect(document.title).toContain('You (step 1 of 5) –');

    await next();
    expect(document.title).toMatch(/^Error: You \(step 1 of 5\) –/);
    cleanup();
    expect(document.title).not.toMatch(/Error|step/);
  });

  test('calculates while typing', async () => {
    render(<Wizard start={sampleSubmission} />);
    await goTo('Your home');
    await user.clear(screen.getByLabelText('Rent per month'));
    await user.type(screen.getByLabelText('Rent per month'), '500,25');

    expect(screen.getByText('€560.25')).toBeDefined();
  });

  test('uploads files through the port and keeps what the server answers', async () => {
    const reference = { id: 'doc_2', name: 'lease.pdf', size: 5, sha256: 'b'.repeat(64) };
    const removed: string[] = [];
    const uploaded: string[] = [];
    const upload = async (file: File, _: unknown, pointer: string) => {
      uploaded.push(`${file.name} for ${pointer}`);
      return reference;
    };
    render(
      <Wizard
        start={{ ...sampleSubmission, lease: undefined }}
        uploads={{ upload, remove: (id) => removed.push(id) }}
      />,
    );
    await goTo('Your home');
    const pick = () => screen.getByLabelText<HTMLInputElement>(/Choose a file|Add a file/);
    const pdf = new File(['%PDF-'], 'lease.pdf', { type: 'application/pdf' });
    await userEvent
      .setup({ applyAccept: false })
      .upload(pick(), new File(['x'], 'virus.exe', { type: 'application/x-msdownload' }));
    expect(screen.getByText(/“virus.exe” is not accepted. Possible types: PDF, JPEG./)).toBeDefined();

    await user.upload(pick(), pdf);
    await screen.findByRole('button', { name: 'Remove lease.pdf' });
    expect(uploaded).toEqual(['lease.pdf for /lease']);
    await press('Continue');
    expect(title()).toBe('Payment and declaration');

    await press('Previous step');
    await press('Remove lease.pdf');
    expect(removed).toEqual(['doc_2']);
    await press('Continue');
    expect(summary()).toEqual(['Add a document to “Copy of the signed lease”.']);
  });

  test.each([
    ['content', /The content of “a.pdf” is not of an accepted type. Save it as PDF, JPEG/],
    ['size', /“a.pdf” is too big/],
    ['count', /“a.pdf” is one too many: at most 3 files here/],
    ['signedOut', /“a.pdf” was not sent: your session has ended/],
    ['connection', /“a.pdf” was not sent: the connection was lost/],
    ['infected', /“a.pdf” holds a virus/],
    ['tooOften', /“a.pdf” was not sent: too many files at once/],
  ] as const)('a refused upload says why: %s', async (reason, text) => {
    const upload = () => Promise.reject(new UploadRefusal(reason, undefined));
    render(<Wizard start={{ ...sampleSubmission, lease: undefined }} uploads={{ upload, remove: () => undefined }} />);
    await goTo('Your home');
    await user.upload(screen.getByLabelText('Choose a file'), new File(['x'], 'a.pdf', { type: 'application/pdf' }));

    expect((await screen.findByText(text)).closest('output')).not.toBeNull();
    expect(await violations()).toEqual([]);
  });

  test('files beyond the room there is are named, not dropped without a word', async () => {
    const upload = async ({ name, size }: File) => ({ id: name, name, size, sha256: 'b'.repeat(64) });
    render(<Wizard start={{ ...sampleSubmission, lease: undefined }} uploads={{ upload, remove: () => undefined }} />);
    await goTo('Your home');
    const files = ['a', 'b', 'c', 'd'].map((name) => new File(['x'], `${name}.pdf`, { type: 'application/pdf' }));
    await user.upload(screen.getByLabelText('Choose a file'), [
      ...files,
      new File([], 'empty.pdf', { type: 'application/pdf' }),
    ]);

    await screen.findByRole('button', { name: 'Remove c.pdf' });
    expect(screen.getByText('“d.pdf” is one too many: at most 3 files here. “empty.pdf” is empty.')).toBeDefined();
  });

  test('a failed upload is said and can be tried again', async () => {
    render(
      <Wizard
        start={{ ...sampleSubmission, lease: undefined }}
        uploads={{ upload: () => Promise.reject(new Error('offline')), remove: () => undefined }}
      />,
    );
    await goTo('Your home');
    await user.upload(screen.getByLabelText('Choose a file'), new File(['x'], 'a.pdf', { type: 'application/pdf' }));

    expect(await screen.findByText(/“a.pdf” could not be sent. Try again./)).toBeDefined();
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  test('from the review one can change a page and come straight back', async () => {
    render(<Wizard start={sampleSubmission} initialPage="review" />);
    expect(screen.getByText('Rue des Iris 12', { exact: false })).toBeDefined();
    expect(screen.queryByText('Internal note')).toBeNull();
    expect(await violations()).toEqual([]);

    await press('Change: Who is your landlord?');
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0]);
    await user.click(screen.getByRole('radio', { name: 'A company' }));
    await press('Return to check answers');
    expect(summary()).toEqual(['Fill in “Enterprise number of the landlord”.']);

    await user.type(screen.getByLabelText('Enterprise number of the landlord'), '0999999031');
    await user.tab();
    expect(screen.getByLabelText<HTMLInputElement>('Enterprise number of the landlord').value).toBe('0999.999.031');
    await press('Return to check answers');
    expect(title()).toBe('Check your answers');
    expect(screen.getByText('0999.999.031')).toBeDefined();
  });

  test('declares last, below the answers it is about', async () => {
    const send = vi.fn<(data: FormData) => void>();
    const { declaration: _undeclared, ...answers } = sampleSubmission;
    render(<Wizard start={answers} initialPage="payment" onSubmit={send} />);
    await goTo('Payment and declaration');
    expect(screen.queryByRole('checkbox', { name: /I declare/ })).toBeNull();
    await press('Check my answers');

    await press('Send my application');
    expect(send).not.toHaveBeenCalled();
    expect(title()).toBe('Check your answers');
    expect(summary()).toEqual(['Tick “I declare that my answers are true and complete.” to go on.']);
    expect(await violations()).toEqual([]);

    await user.click(screen.getByRole('checkbox'));
    await press('Send my application');
    expect(send).toHaveBeenCalledTimes(1);
  });

  test('an incomplete form cannot be sent from the review', async () => {
    const send = vi.fn<(data: FormData) => void>();
    render(<Wizard start={{ ...sampleSubmission, iban: 'BE1' }} initialPage="review" onSubmit={send} />);
    await press('Send my application');

    expect(send).not.toHaveBeenCalled();
    expect(title()).toBe('Payment and declaration');
    expect(summary()).toEqual(['“Bank account (IBAN)” has 3 characters, but 16 are needed.']);
  });

  test('errors of the server take the person to their field', async () => {
    const Page = () => {
      const [errors, setErrors] = useState<readonly FieldError[]>([]);
      const refuse = () => setErrors([{ pointer: '/iban', keyword: 'format', params: { format: 'iban' } }]);
      return <Wizard start={sampleSubmission} initialPage="review" serverErrors={errors} onSubmit={refuse} />;
    };
    render(<Page />);
    await press('Send my application');

    expect(title()).toBe('Payment and declaration');
    expect(screen.getByLabelText('Bank account (IBAN)').getAttribute('aria-invalid')).toBe('true');
  });

  test('the whole form can be filled in with the keyboard', async () => {
    render(<Wizard start={{ ...sampleSubmission, incomeChanged: undefined }} />);
    await goTo('Your household');
    screen.getByRole('radio', { name: 'Yes' }).focus();
    await user.keyboard(' {Tab}New job{Enter}');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Explain what has changed').value).toBe('New job\n');

    await user.tab();
    await user.keyboard('{Enter}');
    expect(title()).toBe('Your home');
  });

  test('speaks Dutch with the same fields', async () => {
    render(<Wizard screenLocale="nl" />);
    await press('Verdergaan');

    expect(summary()[0]).toBe('Vul “Straat” in.');
    expect(screen.getAllByText('Bron: Rijksregister, op 24/11/2026')).toHaveLength(1);
  });
});

describe('drafts', () => {
  test('are saved once after a pause, and the person sees when', async () => {
    const saved: FormData[] = [];
    const save = async (data: FormData): Promise<void> => void saved.push(data);
    render(<Wizard onSaveDraft={save} />);
    await user.type(screen.getByLabelText('Telephone (optional)'), '02 204');
    expect(saved).toEqual([]);

    await waitFor(() => expect(saved).toHaveLength(1), { timeout: 3000 });
    expect(saved[0]).toMatchObject({ applicant: { phone: '02 204' } });
    expect(await screen.findByText(/Draft saved at \d\d:\d\d/)).toBeDefined();
  });

  test('are not saved at every key although the owner passes a new function each time', async () => {
    const saved: FormData[] = [];
    render(<Wizard onSaveDraft={async (data) => void saved.push(data)} />);
    await user.type(screen.getByLabelText('Telephone (optional)'), '0220');

    expect(saved).toEqual([]);
  });

  test('are saved at once when the person leaves', async () => {
    const saved: FormData[] = [];
    const { unmount } = render(<Wizard onSaveDraft={async (data) => void saved.push(data)} />);
    await user.type(screen.getByLabelText('Telephone (optional)'), '02');
    unmount();

    expect(saved).toHaveLength(1);
  });

  test('that cannot be saved say so', async () => {
    render(<Wizard onSaveDraft={() => Promise.reject(new Error('offline'))} start={sampleSubmission} />);
    await user.type(screen.getByLabelText('Telephone (optional)'), '02 204 00 00');
    await next();

    expect(await screen.findByText(/could not be saved/)).toBeDefined();
  });
});
