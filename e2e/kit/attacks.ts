// What a script that got into the page might try, each as the body of an async function for `asThePage`.

/** Where everything the page is made of came from. */
export const ownParts = `
  const parts = document.querySelectorAll('script[src], link[href], img[src], iframe, object, embed');
  return [location.href, ...[...parts].map((part) => part.src || part.href)];`;

/** Every way a page fetches something from `url`: 'loaded' or 'refused' for each. */
export const loadFrom = (url: string) => `
  const tried = (tag, attribute) => new Promise((resolve) => {
    const element = Object.assign(document.createElement(tag), { [attribute]: '${url}/' + tag, rel: 'stylesheet' });
    element.onload = () => resolve('loaded');
    element.onerror = () => resolve('refused');
    document.head.append(element);
  });
  return Promise.all([
    tried('script', 'src'),
    tried('img', 'src'),
    tried('link', 'href'),
    fetch('${url}/fetch').then(() => 'loaded', () => 'refused'),
    new Promise((resolve) => {
      const socket = new WebSocket('${url.replace(/^\w+/, 'ws')}/socket');
      socket.onopen = () => resolve('loaded');
      socket.onerror = () => resolve('refused');
    }),
  ]);`;

/** What came of each thing a page may ask permission for. */
export const askPermissions = `
  const told = (asking) => asking.then(() => 'granted', (error) => error.name);
  const place = new Promise((found, not) => navigator.geolocation.getCurrentPosition(found, () => not(new Error())));
  const names = ['geolocation', 'camera', 'microphone', 'notifications', 'midi'];
  return [
    await Notification.requestPermission(),
    await told(navigator.mediaDevices.getUserMedia({ audio: true })),
    await told(navigator.clipboard.readText()),
    await told(place),
    ...(await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))),
  ];`;

/** What a page reads in a frame of another origin; null when it cannot. */
export const readOtherOrigin = `
  const frame = Object.assign(document.createElement('iframe'), { src: 'data:text/html,<p>elsewhere</p>' });
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const text = frame.contentDocument?.body.textContent ?? null;
  frame.remove();
  return text;`;

/** Whether a script written into the page runs. */
export const runInline = `
  const element = document.createElement('script');
  element.textContent = 'window.ranInline = true';
  document.head.append(element);
  return window.ranInline === true;`;

/** What a webview element can do. */
export const makeWebview = (url: string) => `
  const view = Object.assign(document.createElement('webview'), { src: '${url}/view' });
  view.setAttribute('allowpopups', '');
  document.body.append(view);
  const able = typeof view.loadURL;
  view.remove();
  return able;`;

/** Whether a window opened, by script and by a link. */
export const openWindows = (url: string) => `
  const opened = window.open('${url}/window');
  const link = Object.assign(document.createElement('a'), { href: '${url}/link', target: '_blank' });
  document.body.append(link);
  link.click();
  link.remove();
  return opened !== null;`;

/** Follows a link as a click does. */
export const follow = (address: string) => `
  const link = Object.assign(document.createElement('a'), { href: '${address}' });
  document.body.append(link);
  link.click();
  link.remove();`;
