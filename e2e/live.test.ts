import { expect as see } from 'playwright/test';
import { describe, expect } from 'vitest';
import { wallMinutes } from '#shared/time.ts';
import { Api } from './kit/api.ts';
import { book, emptyDay, minutesOf, nameOf, newPatient } from './kit/arrange.ts';
import { atWork } from './kit/at-work.ts';
import { test as base } from './kit/test.ts';
import { BookingForm } from './pages/booking-form.ts';

const patience = { timeout: 5_000 };

const test = base
  .extend('api', { scope: 'file' }, ({ clinic }) => Api.signIn(clinic.url, 'admin'))
  /** A day of their own, two people on it at two PCs, and two providers to book with. */
  .extend('desk', { scope: 'file' }, async ({ world, clinic, api }) => {
    const date = await emptyDay(api);
    const front = await Api.signIn(clinic.url, 'front');
    const here = await atWork(world, clinic, 'front');
    const there = await atWork(world, clinic, 'admin');
    await here.day.goTo(date);
    await there.day.goTo(date);
    const [first, second] = (await api.snapshot()).providers.toSorted((a, b) => a.position - b.position);
    if (!first || !second) throw new Error('The demo clinic has too few providers.');
    // The grid begins with the hour in which the clinic opens.
    const top = Math.floor(api.clinic.dayStart / 60) * 60;
    return { date, front, here, there, first, second, top };
  });

describe('what one workstation does, the other shows', () => {
  test('by mouse: book, move, resize, check in, cancel', async ({ api, desk }) => {
    const { front, here, there, first, second } = desk;
    const patient = await newPatient(api, 'Marguerite', 'Ashdown');
    const name = nameOf(patient);
    const at = 9 * 60 + 15;

    await here.day.clickSlot(first.id, at - desk.top);
    const form = new BookingForm(here.pc.page);
    await see(form.time).toHaveValue('9:15');
    await form.book(name);
    const theirs = there.day.visitOf(name);
    await see(theirs).toHaveAttribute('data-status', 'booked');
    await see(theirs).toHaveAttribute('aria-label', new RegExp(`${front.member.displayName} booked it`));
    await see(theirs).toHaveAttribute('data-changed', 'true');
    await see(there.day.toast(`booked ${name} at 9:15`)).toBeVisible();
    const id = (await theirs.getAttribute('data-visit')) ?? '';

    await here.day.drag(id, { minutes: 60, to: second.id });
    await see(there.day.column(second.id).getByTestId(`visit-${id}`)).toContainText('10:15–');
    await see(there.day.toast(`moved ${name} to 10:15`)).toBeVisible();
    // The other workstation may show the move before this one has drawn it: what is to be dragged next must stand.
    await see(here.day.column(second.id).getByTestId(`visit-${id}`)).toContainText('10:15–');
    await see(here.day.visit(id)).not.toHaveAttribute('data-pending');

    const before = await api.appointment(id);
    await here.day.drag(id, { minutes: 30, edge: 'lower' });
    await expect
      .poll(async () => minutesOf(await api.appointment(id)), patience)
      .toBe(minutesOf(before) + 30);

    await here.day.select(id);
    await here.day.step('checkIn').click();
    await see(there.day.visit(id)).toHaveAttribute('data-status', 'checkedIn');
    await see(there.day.toast(`checked in ${name}`)).toBeVisible();

    await here.day.askToCancel();
    await here.pc.page.getByRole('button', { name: 'Patient is ill' }).click();
    await here.pc.page.getByTestId('confirm-cancel').click();
    await see(there.day.visit(id)).toHaveAttribute('data-status', 'cancelled');
    await see(there.day.toast(`cancelled ${name}`)).toBeVisible();
    expect((await api.appointment(id)).cancelReason).toBe('Patient is ill');
  });

  test('by keyboard alone: book, move, resize, check in, cancel', async ({ api, desk }) => {
    const { here, there } = desk;
    const patient = await newPatient(api, 'Rosalind', 'Thackeray');
    const name = nameOf(patient);
    const { keyboard } = here.pc.page;

    await keyboard.press('Escape');
    await keyboard.press('n');
    await keyboard.type(name);
    const form = new BookingForm(here.pc.page);
    await see(form.options.first()).toContainText('1961');
    await keyboard.press('Enter');
    await see(form.chosen).toContainText(name);
    await form.tabTo('Provider');
    await keyboard.press('ArrowDown');
    // No hand is so fast that Enter comes before the list is there.
    await see(here.pc.page.locator('[data-combobox-selected]')).toBeVisible();
    await keyboard.press('Enter');
    await form.tabTo('Time');
    await keyboard.type('14:30');
    await keyboard.press('Enter');
    await see(form.root).toBeHidden();
    const theirs = there.day.visitOf(name);
    await see(theirs).toContainText('14:30–');
    const id = (await theirs.getAttribute('data-visit')) ?? '';

    await here.day.visit(id).focus();
    await keyboard.down('Alt');
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await keyboard.up('Alt');
    await see(there.day.visit(id)).toContainText('15:00–');
    await see(here.day.visit(id)).toContainText('15:00–');

    const before = await api.appointment(id);
    await keyboard.down('Alt');
    await keyboard.press('Shift+ArrowDown');
    await keyboard.up('Alt');
    await expect
      .poll(async () => minutesOf(await api.appointment(id)), patience)
      .toBe(minutesOf(before) + 15);
    await see(here.day.visit(id)).toContainText('15:00–15:45');

    await here.day.visit(id).focus();
    await keyboard.press('c');
    await see(there.day.visit(id)).toHaveAttribute('data-status', 'checkedIn');
    await see(here.day.visit(id)).toHaveAttribute('data-status', 'checkedIn');
    await here.day.visit(id).focus();
    await keyboard.press('x');
    await see(here.pc.page.getByPlaceholder('Reason')).toBeFocused();
    await keyboard.type('Called in sick');
    await keyboard.press('Enter');
    await see(there.day.visit(id)).toHaveAttribute('data-status', 'cancelled');
    expect((await api.appointment(id)).cancelReason).toBe('Called in sick');
  });

  test('scroll, selection and an open form there are left alone', async ({ api, desk }) => {
    const { date, front, there, first, second } = desk;
    const open = await book(api, {
      patient: await newPatient(api, 'Philippa', 'Ormsby'),
      providerId: second.id,
      day: date,
      at: '13:00',
    });
    await there.day.select(open.id);
    await there.pc.page.getByTestId('edit-visit').click();
    const note = there.pc.page.getByTestId('edit-form').getByLabel('Note');
    await note.fill('Half a thou');
    await there.day.scrollTo(150);
    await note.focus();

    const other = await newPatient(api, 'Wilhelmina', 'Prewitt');
    const made = await book(front, { patient: other, providerId: first.id, day: date, at: '12:00' });
    await see(there.day.visit(made.id)).toBeAttached();
    await front.do('appointment.checkIn', {}, made);
    await see(there.day.visit(made.id)).toHaveAttribute('data-status', 'checkedIn');

    await see(note).toBeFocused();
    await there.pc.page.keyboard.type('ght');
    await see(note).toHaveValue('Half a thought');
    expect(await there.day.scrollTop()).toBe(150);
    await see(there.day.visit(open.id)).toHaveAttribute('aria-pressed', 'true');

    // Even the visit in the form itself: what was typed stays, and the person decides.
    await front.do('appointment.change', { reason: 'Rash', note: 'From the desk' }, open);
    await see(there.pc.page.getByTestId('changed-elsewhere')).toContainText('changed this visit at');
    await see(note).toHaveValue('Half a thought');
    await there.pc.page.getByRole('button', { name: 'Keep what I typed' }).click();
    await there.pc.page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await api.appointment(open.id)).note, patience).toBe('Half a thought');
  });

  test('a time that is taken while the form is open is said before it is sent', async ({ api, desk }) => {
    const { date, here, second } = desk;
    await here.pc.page.keyboard.press('Escape');
    await here.day.clickSlot(second.id, 16 * 60 - desk.top);
    const form = new BookingForm(here.pc.page);
    await see(form.time).toHaveValue('16:00');
    const patient = await newPatient(api, 'Bernadette', 'Kilgore');
    const made = await book(api, { patient, providerId: second.id, day: date, at: '16:00' });
    await see(form.taken).toContainText('That time is taken');
    await see(form.taken).toContainText(nameOf(patient));
    expect(wallMinutes(made.scheduledStart, api.clinic.timeZone)).toBe(16 * 60);
  });
});
