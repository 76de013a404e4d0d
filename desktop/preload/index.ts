import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, pushChannel } from '#desktop/bridge/channels.ts';
import type { Bridge, Push, PushName } from '#desktop/bridge/map.ts';

const bridge: Bridge = {
  call: async (name, input) => ipcRenderer.invoke(callChannel(name), input),
  on: <N extends PushName>(name: N, listener: (payload: Push<N>) => void) => {
    const channel = pushChannel(name);
    // The event itself stays here: it carries the means to send on any channel.
    const heard = (_event: unknown, payload: Push<N>) => listener(payload);
    ipcRenderer.on(channel, heard);
    return () => {
      ipcRenderer.off(channel, heard);
    };
  },
};

contextBridge.exposeInMainWorld('roomlight', bridge);
