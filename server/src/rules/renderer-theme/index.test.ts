import { plugin } from '../../features/shared/index.testkit.ts';
import { check } from '../rules.testkit.ts';
import { expect, it } from 'vitest';
import { rendererTheme as rule } from './index.ts';

const path = '/code/local_shop/classes/external/get_orders.php';
const source = (plugin[path] ?? '').replace("PARAM_TEXT, 'A title'", "PARAM_RAW, 'Markup'");
const find = (code: string, text = source) =>
  check(rule, plugin, path, text.replace('return [];', `${code} return [];`));
const rendered = "$PAGE->get_renderer('local_shop')->render($orders);";

it('finds markup that is rendered', () => {
  expect(find('$html = $OUTPUT->render_from_template($name, $data);')).toEqual([
    '$OUTPUT->render_from_template($name, $data): What render_from_template() makes depends on the theme of the request, which is not always that of the page which shows it: let the caller name the theme.',
  ]);
  expect(find(rendered)).toHaveLength(1);
});

it('is silent where the caller names the theme, where no markup is returned, and where a renderer only helps to export', () => {
  expect(
    find(rendered, source.replace("'userid' =>", "'themename' => new external_value(PARAM_ALPHA, 'x'),\n'userid' =>")),
  ).toEqual([]);
  expect(find(`$PAGE->force_theme($theme); ${rendered}`)).toEqual([]);
  expect(find(rendered, plugin[path])).toEqual([]);
  expect(find("$data = $exporter->export($PAGE->get_renderer('core'));")).toEqual([]);
});
