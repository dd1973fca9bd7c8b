import type { MenuGroupId } from './frame/menu-groups.ts'
import { rooms } from './rooms.ts'

/** Under which heading of the menu a room's pages stand: what it records is looked for under the same. */
export const groupOfRoom = (room: string): MenuGroupId | undefined =>
  rooms.find(({ path, navigation }) => navigation !== undefined && path.split('/')[1] === room)?.navigation?.group
