export {
  readSettings,
  SettingsFaulty,
  type Settings,
  type SettingsFault,
  type SettingsSources,
} from './read-settings.ts'
export { leavesOf, type Leaf } from './leaves.ts'
