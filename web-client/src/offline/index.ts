/** A site's search without a network. Load this module only when a visitor may ask for it. */

export {
  Offline,
  OfflineError,
  type OfflineErrorCode,
  type OfflineOptions,
  type OfflineStatus,
  type StoringOptions,
} from "./offline.ts";
