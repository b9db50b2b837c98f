import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Whether there is one: its tests are counted as skipped otherwise. */
export const hasLibreOffice = spawnSync('soffice', ['--version'], { timeout: 30_000 }).status === 0;

/** A macro of ours: it opens a workbook, types into a cell, and saves it in place. */
const macro = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Typing" script:language="StarBasic">
Sub TypeInto(path As String, sheet As String, cell As String, text As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(ConvertToURL(path), "_blank", 0, hidden())
  document.Sheets.getByName(sheet).getCellRangeByName(cell).setString(text)
  Dim format(0) As New com.sun.star.beans.PropertyValue
  format(0).Name = "FilterName"
  format(0).Value = "Calc MS Excel 2007 XML"
  document.storeToURL(ConvertToURL(path), format())
  document.close(True)
End Sub
</script:module>`;

const libraries = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
  <library:element library:name="Typing"/>
</library:library>`;

/** A workbook opened by LibreOffice, one cell typed into, saved by LibreOffice. */
export async function typedInLibreOffice(
  content: Buffer,
  typed: { readonly sheet: string; readonly cell: string; readonly text: string },
): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'convergence-soffice-'));
  try {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const run = (...args: readonly string[]) =>
      promisify(execFile)('soffice', [profile, '--headless', '--norestore', ...args], { timeout: 100_000 });
    // A first start makes the profile that the macro is put in.
    await run('--terminate_after_init');
    const basic = join(folder, 'profile/user/basic/Standard');
    await writeFile(join(basic, 'Typing.xba'), macro);
    await writeFile(join(basic, 'script.xlb'), libraries);
    const path = join(folder, 'classeur.xlsx');
    await writeFile(path, content);
    const words = [path, typed.sheet, typed.cell, typed.text].map((word) => `"${word}"`).join(',');
    await run(`macro:///Standard.Typing.TypeInto(${words})`);
    return await readFile(path);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
