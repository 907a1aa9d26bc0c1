/** What a person reads and hears who hands over a role, or is given one, in English. */

export const handOver = {
  heading: 'Hand over my role',
  lead: (role: string) => `You hold the role ${role}. A colleague of your cell who holds none can take it over.`,
  open: 'Hand it over…',
  whom: 'To whom?',
  asking: 'Asking who is in your cell.',
  offline: 'It needs the network. Come back to it when the connection is there.',
  nobody: 'Nobody else in your cell is without a role. Control can move somebody here.',
  missing: 'Choose who takes it over.',
  next: 'Go on',
  back: 'Not now',
  ask: (role: string, name: string) => `Hand the role ${role} over to ${name}?`,
  what: (name: string, cell: string) => `What is sent to the role goes to ${name} from now on, who also gets what was sent to it before. You stay in ${cell}. To take it back, ask ${name} to hand it over to you.`,
  yes: (name: string) => `Hand over to ${name}`,
  no: 'Keep the role',
  waiting: 'Role handed over',
  to: (name: string | null) => (name === null ? 'to a colleague' : `to ${name}`),
  onItsWay: (to: string) => `On its way ${to}.`,
  got: (role: string) => `You hold the role ${role} now. What was sent to it is in your feed.`,
  gave: (role: string) => `You no longer hold the role ${role}.`,
};
