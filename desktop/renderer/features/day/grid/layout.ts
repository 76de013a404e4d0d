/** A thing to place in a column; `start` and `end` in any unit. `yields`: takes the narrower share where it meets another. */
export interface Block {
  id: string;
  start: number;
  end: number;
  yields: boolean;
}

/** Where it goes, as fractions of the column's width. */
export interface Place {
  left: number;
  width: number;
}

interface Lane {
  blocks: Block[];
  weight: number;
}

const fullShare = 1;
/** A visit that no longer holds its time stays legible, and leaves the room to the one that took its place. */
const yieldingShare = 0.55;

/**
 * Side by side where blocks overlap in time, the full width where they do not. The answer depends only on the blocks,
 * never on their order, so a change elsewhere in the column moves nothing here.
 */
export function packColumn(blocks: readonly Block[]): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const cluster of clusters(blocks)) {
    const lanes = toLanes(cluster);
    const total = lanes.reduce((sum, lane) => sum + lane.weight, 0);
    let left = 0;
    lanes.forEach((lane, index) => {
      for (const block of lane.blocks) {
        const width = reach(block, lanes, index);
        places.set(block.id, { left: left / total, width: width / total });
      }
      left += lane.weight;
    });
  }
  return places;
}

/** Groups connected by overlap: only blocks of one group share the width. */
function clusters(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const block of [...blocks].sort(byTime)) {
    const group = groups.at(-1);
    if (group && block.start < until) group.push(block);
    else groups.push([block]);
    until = Math.max(until, block.end);
  }
  return groups;
}

function toLanes(cluster: readonly Block[]): Lane[] {
  const lanes: Lane[] = [];
  const inTurn = [...cluster].sort((a, b) => Number(a.yields) - Number(b.yields) || byTime(a, b));
  for (const block of inTurn) {
    const free = lanes.find((lane) => lane.blocks.every((other) => !meet(block, other)));
    if (free) free.blocks.push(block);
    else lanes.push({ blocks: [block], weight: block.yields ? yieldingShare : fullShare });
  }
  return lanes;
}

/** A block grows over the lanes to its right until one holds something at its time. */
function reach(block: Block, lanes: readonly Lane[], index: number): number {
  let width = lanes[index]?.weight ?? 0;
  for (const lane of lanes.slice(index + 1)) {
    if (lane.blocks.some((other) => meet(block, other))) break;
    width += lane.weight;
  }
  return width;
}

export function meet(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function byTime(a: Block, b: Block): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
