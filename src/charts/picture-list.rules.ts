import type { Indicator } from '../reports/form.rules.ts'
import { flowPicture } from './flow.rules.ts'
import type { Scene } from './note.rules.ts'
import type { Picture } from './picture.rules.ts'
import { punctualPicture } from './punctual.rules.ts'
import { situationPicture } from './situation.rules.ts'
import { trendPicture } from './trend.rules.ts'

/** The pictures of a page in their order; none as long as nobody has reported in any of its months. */
export function picturesOf(
  scene: Scene,
  situations: readonly Indicator[],
  ranking: Picture | null,
): Picture[] {
  if (scene.points.every(it => it.reported === 0)) return []
  return [
    trendPicture(scene),
    situationPicture(scene, situations),
    flowPicture(scene),
    scene.isOffice ? punctualPicture(scene) : null,
    ranking,
  ].filter(it => it !== null)
}
