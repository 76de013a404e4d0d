import { expect, it } from 'vitest';
import { chicago, monday, okafor, raman, visitAt } from '../visit.fixture.ts';
import { dayAxis, heightOf } from './axis.ts';
import { planColumns, verticalOf } from './columnPlan.ts';

const axis = dayAxis(monday, { timeZone: chicago, dayStart: 480, dayEnd: 720 }, []);
const provider = (id: typeof okafor, position: number) => ({
  id,
  displayName: 'Dr. X',
  specialty: 'Dermatology',
  position,
});
const providers = [provider(okafor, 1), provider(raman, 2)];

it('puts each visit in the column of its provider, from top to bottom', () => {
  const visits = [
    visitAt('late', 600, 630),
    visitAt('early', 480, 510),
    visitAt('other', 480, 495, { providerId: raman }),
  ];
  const plans = planColumns(axis, providers, visits, []);
  expect(plans.map((plan) => plan.visits.map(({ visit }) => visit.appointment.id))).toEqual([
    ['early', 'late'],
    ['other'],
  ]);
  expect(plans[0]?.visits[1]?.box).toEqual({ top: 288, height: 72, left: 0, width: 1 });
});

it('keeps a five-minute visit legible, and the next one uncovered', () => {
  const [plan] = planColumns(axis, providers, [visitAt('short', 540, 545), visitAt('next', 545, 560)], []);
  const [short, next] = plan?.visits ?? [];
  expect(short?.box.height).toBeGreaterThanOrEqual(22);
  expect(next?.box.left).toBeGreaterThan(0);
});

it('draws a goal beside the visit that holds that time', () => {
  const start = axis.start;
  const ghost = {
    key: 'k',
    state: 'waiting',
    span: { providerId: okafor, start, end: start + 1_800_000 },
    moved: null,
    patientId: null,
    reason: '',
  } as const;
  const [plan] = planColumns(axis, providers, [visitAt('here', 480, 510)], [ghost]);
  expect(plan?.ghosts[0]?.box.width).toBe(0.5);
});

it('cuts at the ends of the day', () => {
  const { top, height } = verticalOf(axis, { start: axis.end - 60_000, end: axis.end + 3_600_000 });
  expect(top + height).toBeLessThanOrEqual(heightOf(axis));
});
