import { connect, createServer, type Socket } from 'node:net';

/** The network between a workstation and a server, to be broken at will. */
export interface Link {
  /** Where a workstation connects, on loopback. */
  readonly port: number;
  /** Breaks every connection, and each new one as soon as it is made, until `restore`. */
  cut(): void;
  /** Nothing arrives any more, in either direction, and nobody is told: a pulled cable. Until `restore`. */
  freeze(): void;
  /** What goes up arrives, what comes down is lost: the server acts and its answer never comes. Until `restore`. */
  loseAnswers(): void;
  /** Mends the network. Connections that are still open go on; those that lost something are broken. */
  restore(): void;
  stop(): Promise<void>;
}

type State = 'whole' | 'cut' | 'frozen' | 'deaf';

interface Pair {
  readonly down: Socket;
  readonly up: Socket;
  lossy: boolean;
}

export async function startLink(targetPort: number): Promise<Link> {
  let state: State = 'whole';
  const pairs = new Set<Pair>();
  const server = createServer((down) => {
    if (state === 'cut') down.destroy();
    else join(down);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The system gave the link no port.');

  function join(down: Socket): void {
    const pair: Pair = { down, up: connect(targetPort, '127.0.0.1'), lossy: false };
    pairs.add(pair);
    down.on('data', (data) => pair.up.write(data));
    pair.up.on('data', (data) => {
      if (state === 'deaf') pair.lossy = true;
      else down.write(data);
    });
    for (const end of [down, pair.up]) {
      end.setNoDelay(true);
      // An error is followed by `close`, and what one end suffers is all the other is to learn.
      end.on('error', () => {});
      end.on('close', () => sever(pair));
      if (state === 'frozen') end.pause();
    }
  }

  function sever(pair: Pair): void {
    pairs.delete(pair);
    pair.down.destroy();
    pair.up.destroy();
  }

  function severAll(): void {
    for (const pair of pairs) sever(pair);
  }

  return {
    port: address.port,
    cut() {
      state = 'cut';
      severAll();
    },
    freeze() {
      state = 'frozen';
      for (const { down, up } of pairs) for (const end of [down, up]) end.pause();
    },
    loseAnswers() {
      state = 'deaf';
    },
    restore() {
      state = 'whole';
      for (const pair of pairs) {
        if (pair.lossy) sever(pair);
        for (const end of [pair.down, pair.up]) end.resume();
      }
    },
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      severAll();
      await closed;
    },
  };
}
