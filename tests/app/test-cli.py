#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the built lesart-cli as a user would. Usage: test-cli.py LESART-CLI FIXTURES CODEBOOKS"""
import csv
import html.parser
import io
import json
import os
import subprocess
import sys
import tempfile
import traceback

CLI, FIXTURES = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
BOTE, KURIER, HERALD = 'bruecke-bote.txt', 'bruecke-kurier.txt', 'bridge-herald.txt'
COMMANDS = ['import', 'import-codebook', 'show', 'compare', 'similar', 'search', 'export', 'check']
CODEBOOKS = os.path.abspath(sys.argv[3])


class Room:
    """A folder of its own with the fixtures in it, and a home without anything."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(prefix='lesart-test-cli.')
        self.path = os.path.join(self.folder.name, 'work')
        os.mkdir(self.path)
        for name in os.listdir(FIXTURES):
            with open(os.path.join(FIXTURES, name), 'rb') as file:
                self.write(name, file.read())
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def write(self, name, data):
        with open(os.path.join(self.path, name), 'wb') as file:
            file.write(data)

    def read(self, name):
        with open(os.path.join(self.path, name), 'rb') as file:
            return file.read()

    def has(self, name):
        return os.path.exists(os.path.join(self.path, name))

    def run(self, *arguments, status=0, locale='C', stdout=subprocess.PIPE):
        env = {'PATH': os.environ['PATH'], 'HOME': self.folder.name, 'LC_ALL': locale,
               'G_DEBUG': 'fatal-warnings'}
        for name in ('ASAN_OPTIONS', 'UBSAN_OPTIONS', 'LSAN_OPTIONS'):
            if name in os.environ:
                env[name] = os.environ[name]
        done = subprocess.run([CLI, *arguments], cwd=self.path, env=env, stdout=stdout,
                              stderr=subprocess.PIPE, timeout=60)
        out = (done.stdout or b'').decode()
        err = done.stderr.decode()
        assert done.returncode == status, f'{arguments}: status {done.returncode}\n{out}\n{err}'
        if status == 0:
            assert err == '', err
        else:
            assert err.startswith('lesart-cli: ') or err.startswith('Usage: '), err
        return out if status == 0 else (out, err)

    def show(self, name='p.lesart'):
        return json.loads(self.run('show', '--json', name))


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.elements, self.attributes, self.content = [], [], ''
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append(tag)
        self.attributes += [name for name, _ in attrs]

    def handle_data(self, data):
        self.content += data


def make_project(room, *names):
    room.run('import', '-o', 'p.lesart', *names)
    return room.show()


# Wrong usage

def test_wrong_usage(room):
    for arguments in ([], ['frobnicate'], ['quotes', 'x'], ['import'], ['import', '-o', 'p.lesart'],
                      ['import', BOTE], ['show'], ['show', 'a', 'b'], ['show', '--frobnicate', 'a'],
                      ['compare', BOTE], ['compare', BOTE, KURIER, HERALD], ['search', 'p.lesart'],
                      ['search', 'p.lesart', '  '], ['similar'], ['similar', 'a', 'b'], ['export', 'p.lesart'],
                      ['export', '--to', 'doc', 'p.lesart'], ['export', '--to', 'csv'], ['check'],
                      ['import-codebook', 'x.qdc'], ['import-codebook', '-o', 'p.lesart']):
        room.run(*arguments, status=2)
    assert not room.has('p.lesart')


def test_help(room):
    text = room.run('--help')
    assert all(name in text for name in COMMANDS), text
    assert 'quotes' not in text
    for name in COMMANDS:
        text = room.run(name, '--help')
        assert text.startswith(f'Usage:\n  lesart-cli {name} '), text
    assert room.run('--version').startswith('lesart-cli ')


# Bad input

def test_bad_projects(room):
    room.write('empty.lesart', b'')
    room.write('cut.lesart', b'{\n  "format": "lesart-project",\n  "version": 1,\n  "art')
    room.write('text.lesart', b'This is no JSON.')
    room.write('other.lesart', b'{"format": "something-else"}')
    os.mkdir(os.path.join(room.path, 'folder.lesart'))
    for name in ('missing', 'empty', 'cut', 'text', 'other', 'folder'):
        name += '.lesart'
        for arguments in (['show', name], ['show', '--json', name], ['check', name], ['similar', name],
                          ['search', name, 'x'], ['export', '--to', 'csv', name], ['compare', name + '#1', BOTE]):
            out, err = room.run(*arguments, status=1)
            assert name in err and err.count('\n') == 1, err
            assert out == '', out
    _, err = room.run('check', 'cut.lesart', status=1)
    assert err.startswith('lesart-cli: cut.lesart: 4:'), err


def test_bad_project_is_never_overwritten(room):
    for data in (b'', b'{"format": "lesart-project"', b'junk', b'{"format": "lesart-project", "version": 99}'):
        room.write('p.lesart', data)
        room.run('import', '-o', 'p.lesart', BOTE, status=1)
        assert room.read('p.lesart') == data


def test_bad_articles(room):
    room.write('empty.txt', b'')
    room.write('binary.txt', bytes(range(256)) * 40)
    os.mkdir(os.path.join(room.path, 'folder'))
    for name in ('missing.txt', 'empty.txt', 'binary.txt'):
        out, err = room.run('import', '-o', 'p.lesart', name, status=1)
        assert name in err and err.count('\n') == 1, err
        assert not room.has('p.lesart')
        out, err = room.run('compare', name, BOTE, status=1)
        assert name in err, err
    room.run('compare', 'folder', BOTE, status=1)


def test_both_bad_sides_are_named(room):
    _, err = room.run('compare', 'one.txt', 'two.txt', status=1)
    assert 'one.txt' in err and 'two.txt' in err, err


def test_output_that_cannot_be_written(room):
    make_project(room, BOTE)
    _, err = room.run('export', '--to', 'csv', '-o', 'no/such/folder.csv', 'p.lesart', status=1)
    assert 'no/such/folder.csv' in err
    if os.path.exists('/dev/full'):
        with open('/dev/full', 'wb') as full:
            room.run('export', '--to', 'html', 'p.lesart', status=1, stdout=full)


def test_export_does_not_replace_the_project(room):
    make_project(room, BOTE)
    before = room.read('p.lesart')
    os.link(os.path.join(room.path, 'p.lesart'), os.path.join(room.path, 'same'))
    room.run('export', '--to', 'csv', '-o', 'p.lesart', 'p.lesart', status=2)
    room.run('export', '--to', 'csv', '-o', 'same', 'p.lesart', status=2)
    assert room.read('p.lesart') == before


# Import and show

def test_import_says_what_was_recognised(room):
    out = room.run('import', '-o', 'p.lesart', BOTE, KURIER)
    assert 'Brücke in Oberwinkel bleibt bis zum Sommer gesperrt' in out, out
    assert 'Oberwinkel' in out and 'knp' in out and '2024-05-14' in out, out
    articles = room.show()['articles']
    assert [article['file'] for article in articles] == [BOTE, KURIER]
    assert articles[0]['agency'] == 'knp' and articles[0]['language'] == 'de'
    assert articles[1]['date'] == '2024-05-14'
    assert 60 < articles[0]['words'] < 90, articles[0]


def test_import_appends(room):
    first = make_project(room, BOTE)
    room.run('import', '-o', 'p.lesart', HERALD)
    second = room.show()
    assert len(second['articles']) == 2
    assert second['id'] == first['id']
    assert second['articles'][0] == first['articles'][0]


def test_import_names_duplicates(room):
    room.write('copy.txt', room.read(BOTE))
    out = room.run('import', '-o', 'p.lesart', BOTE, 'copy.txt')
    assert 'duplicate  copy.txt' in out, out
    before = room.read('p.lesart')
    out = room.run('import', '-o', 'p.lesart', BOTE)
    assert 'duplicate' in out and '0 added' in out, out
    assert room.read('p.lesart') == before


def test_import_goes_on_after_a_failure(room):
    out, err = room.run('import', '-o', 'p.lesart', BOTE, 'missing.txt', KURIER, status=1)
    assert 'missing.txt' in err and 'added' in out
    assert len(room.show()['articles']) == 2


def test_import_folder(room):
    os.mkdir(os.path.join(room.path, 'folder'))
    for name in (BOTE, HERALD):
        room.write('folder/' + name, room.read(name))
    room.run('import', '-o', 'p.lesart', 'folder')
    assert len(room.show()['articles']) == 2


def test_import_encodings(room):
    text = room.read(BOTE).decode()
    room.write('western.txt', text.encode('cp1252'))
    room.write('wide.txt', text.replace('Dienstag', 'Montag').encode('utf-16'))
    room.run('import', '-o', 'p.lesart', 'western.txt', 'wide.txt')
    titles = [article['title'] for article in room.show()['articles']]
    assert titles == ['Brücke in Oberwinkel bleibt bis zum Sommer gesperrt'] * 2, titles


def test_import_raw(room):
    room.run('import', '--raw', '-o', 'p.lesart', BOTE)
    article = room.show()['articles'][0]
    assert 'agency' not in article and 'place' not in article, article


def test_import_file_name_with_dashes(room):
    room.write('-o.txt', room.read(BOTE))
    room.run('import', '-o', 'p.lesart', '--', '-o.txt')
    assert room.show()['articles'][0]['file'] == '-o.txt'


def test_show_lines(room):
    project = make_project(room, BOTE, HERALD)
    out = room.run('show', 'p.lesart')
    assert '2 articles' in out and '0 annotations' in out
    for article in project['articles']:
        assert article['id'] in out and article['title'] in out


# Compare

def compare_json(room, *arguments):
    return json.loads(room.run('compare', '--json', *arguments))


def test_compare_json(room):
    found = compare_json(room, BOTE, KURIER)
    assert list(found) == ['left', 'right', 'matches', 'shared', 'shares']
    assert list(found['left']) == ['name', 'title', 'text', 'words']
    assert found['left']['name'] == BOTE and found['right']['name'] == KURIER
    assert found['left']['text'] == room.read(BOTE).decode()
    assert list(found['shared']) == ['left', 'right']
    for side in ('left', 'right'):
        shares = found['shares'][side]
        assert list(shares) == ['headline', 'lead', 'body', 'whole']
        for kind in ('taken_over', 'reworded', 'own'):
            assert sum(shares[place][kind] for place in ('headline', 'lead', 'body')) == shares['whole'][kind], shares
        assert abs(1000 - found['shared'][side] - 1000 * shares['whole']['own'] / sum(shares['whole'].values())) <= 1
    assert found['matches']
    shared = [match for match in found['matches'] if '4.200 Fahrzeuge' in
              found['left']['text'][match['left']['start']:match['left']['end']]]
    assert len(shared) == 1, found['matches']
    assert '4.200 Fahrzeuge' in found['right']['text'][shared[0]['right']['start']:shared[0]['right']['end']]
    for match in found['matches']:
        assert list(match) == ['left', 'right', 'kind', 'grade', 'moved', 'score', 'evidence', 'details',
                               'differences'], match
        assert match['kind'] in ('verbatim', 'edited', 'reworded')
        assert match['grade'] in ('asserted', 'probable', 'possible')
        assert isinstance(match['moved'], bool) and 0 <= match['score'] <= 1000
        for side in ('left', 'right'):
            length = len(found[side]['text'])
            assert 0 <= match[side]['start'] < match[side]['end'] <= length
            for part in match['differences'] + match['details']:
                assert match[side]['start'] <= part[side]['start'] <= part[side]['end'] <= match[side]['end']
    assert 0 < found['shared']['left'] <= 1000


def test_compare_lines(room):
    out = room.run('compare', BOTE, KURIER)
    assert 'Wir gehen kein Risiko ein' in out and 'asserted' in out and '% of the left' in out, out
    assert out.count('taken over') >= 2 and 'headline: ' in out, out


def test_compare_table(room):
    table = room.run('compare', '--to', 'csv', BOTE, KURIER)
    assert table.startswith('\ufeffrow,kind,grade,'), table
    assert room.run('compare', '--to', 'csv', '-o', 'out.csv', BOTE, KURIER) == ''
    page = room.run('compare', '--to', 'html', BOTE, KURIER)
    assert page.startswith('<!DOCTYPE html>') and page.endswith('</html>\n'), page
    for wrong in (['--to', 'pdf', BOTE, KURIER], ['--json', '--to', 'csv', BOTE, KURIER], ['-o', 'x.csv', BOTE, KURIER]):
        room.run('compare', *wrong, status=2)


def test_compare_fine_differences(room):
    """Capitals and quotation marks are passed over until somebody asks; matches stay as they are."""
    left = 'Am Montag rief der Wirt „Das Eis trägt“ über den ganzen See.'
    room.write('left.txt', left.encode())
    room.write('right.txt', 'am Montag rief der Wirt »Das Eis trägt« über den ganzen See.'.encode())

    def differences(*options):
        found = compare_json(room, '--raw', *options, 'left.txt', 'right.txt')['matches']
        assert [match['kind'] for match in found] == ['verbatim'], found
        return [left[d['left']['start']:d['left']['end']] for d in found[0]['differences']]

    assert differences() == []
    assert differences('--case') == ['Am']
    assert differences('--quotation-marks') == ['„', '“']
    assert differences('--case', '--quotation-marks') == ['Am', '„', '“']


def test_compare_articles_of_a_project(room):
    ids = [article['id'] for article in make_project(room, BOTE, KURIER)['articles']]
    from_files = compare_json(room, BOTE, KURIER)
    from_project = compare_json(room, f'p.lesart#{ids[0]}', f'p.lesart#{ids[1][:13]}')
    assert from_project['matches'] == from_files['matches']
    assert from_project['left']['name'] == f'p.lesart#{ids[0]}'
    for wrong in ('p.lesart#nobody', 'p.lesart#'):
        _, err = room.run('compare', wrong, BOTE, status=1)
        assert wrong in err, err


def test_compare_same_file(room):
    found = compare_json(room, '--raw', BOTE, BOTE)
    assert found['shared'] == {'left': 1000, 'right': 1000}, found['shared']
    assert all(match['kind'] == 'verbatim' and not match['moved'] for match in found['matches'])


def test_locale_does_not_matter(room):
    assert room.run('compare', BOTE, KURIER, locale='C') == room.run('compare', BOTE, KURIER, locale='C.UTF-8')


# Search

COPY = ('The harbour office of Fenmark closed the old bridge for all traffic on Friday night after divers had found '
        'deep cracks in two of its pillars, a spokeswoman said. Ferries will run every ten minutes from Monday on. ')


def test_similar_json(room):
    room.write('a.txt', (COPY + 'Our reporter saw queues at the quay before sunrise.').encode())
    room.write('b.txt', (COPY + 'Nobody at the town hall would say for how long the works are going to last, '
                         'and shopkeepers along the embankment fear for their summer.').encode())
    room.write('c.txt', b'A cat was rescued from the steeple of the chapel by two firemen on Sunday.')
    ids = [article['id'] for article in make_project(room, 'a.txt', 'b.txt', 'c.txt')['articles']]
    found = json.loads(room.run('similar', '--json', 'p.lesart'))
    assert list(found) == ['articles', 'pairs', 'groups'] and found['articles'] == 3, found
    pair, = found['pairs']
    assert list(pair) == ['left', 'right', 'words', 'shared'], pair
    assert (pair['left']['id'], pair['right']['id']) == (ids[0], ids[1])
    assert pair['words'] == len(COPY.split()), pair
    assert pair['shared'] == {'left': 1000 * pair['words'] // pair['left']['words'],
                              'right': 1000 * pair['words'] // pair['right']['words']}, pair
    assert found['groups'] == [ids[:2]]


def test_similar_lines(room):
    room.write('a.txt', COPY.encode())
    room.write('b.txt', (COPY + 'Our reporter saw queues at the quay before sunrise.').encode())
    make_project(room, 'a.txt', 'b.txt')
    lines = room.run('similar', 'p.lesart').splitlines()
    assert lines[0] == '1 pair among 2 articles', lines
    assert lines[2] == f'{len(COPY.split())} words in both', lines
    assert lines[3].startswith('  100.0 %  '), lines
    assert 'Same agency copy in 2 articles' in lines, lines


def test_similar_finds_nothing(room):
    make_project(room, BOTE)
    assert room.run('similar', 'p.lesart') == '0 pairs among 1 article\n'
    assert json.loads(room.run('similar', '--json', 'p.lesart')) == {'articles': 1, 'pairs': [], 'groups': []}


def test_search(room):
    make_project(room, BOTE, KURIER, HERALD)

    def find(*query):
        return [article['title'].split()[0] for article in json.loads(
            room.run('search', '--json', 'p.lesart', *query))['articles']]
    assert find('bürgermeisterin') == ['Brücke', 'Risse']
    assert find('BURGERMEISTERIN') == ['Brücke', 'Risse']
    assert find('ronja altstadt') == ['Risse']
    assert find('"ronja ohm said"') == ['Cracked']
    assert find('"ohm ronja"') == []
    assert find('farn') == ['Risse']
    hit = json.loads(room.run('search', '--json', 'p.lesart', 'pfeilern umweg'))['articles'][0]
    assert hit['hits'] == 2
    text = room.read(BOTE).decode()
    assert text[hit['first']['start']:hit['first']['end']] == 'Pfeilern'
    assert [hit['snippet'][start:end] for start, end in hit['snippet_hits']] == ['Pfeilern'], hit
    out = room.run('search', 'p.lesart', 'umweg')
    assert 'Umweg' in out and '2 of 3 articles' in out, out
    assert '0 of 3 articles' in room.run('search', 'p.lesart', 'xyzzy')
    room.run('search', 'p.lesart', b'\xff', status=2)


# Export and check

def annotate(room, **fields):
    """Adds an annotation the way another program would: in the file."""
    project = json.loads(room.read('p.lesart'))
    article = project['articles'][0]
    start = article['text'].index('Wir gehen')
    end = start + len('Wir gehen kein Risiko ein')
    annotation = {'id': 'n1', 'article': article['id'], 'start': start, 'end': end,
                  'exact': article['text'][start:end], 'prefix': article['text'][start - 32:start],
                  'suffix': article['text'][end:end + 32], 'tags': ['t1']}
    annotation.update(fields)
    project['tags'] = [{'id': 't1', 'name': '=Zitat <b>|`"', 'color': '#3584e4'}]
    project['annotations'] = [annotation]
    room.write('p.lesart', json.dumps(project, indent=2, ensure_ascii=False).encode())


def test_export_csv(room):
    make_project(room, BOTE, KURIER)
    annotate(room, note='=1+1')
    out = room.run('export', '--to', 'csv', 'p.lesart')
    assert out.startswith('\ufeff')
    rows = list(csv.DictReader(io.StringIO(out[1:], newline='')))
    assert len(rows) == 1
    assert rows[0]['words'] == 'Wir gehen kein Risiko ein'
    assert rows[0]['note'] == "'=1+1" and rows[0]['tags'] == '\'=Zitat <b>|`"'
    assert int(rows[0]['end']) - int(rows[0]['start']) == 25


# The codebook

def test_codebook(room):
    make_project(room, BOTE)
    before = room.read('p.lesart')
    qdc = os.path.join(CODEBOOKS, 'other.qdc')
    text = room.run('import-codebook', '-n', '-o', 'p.lesart', qdc)
    assert 'nothing was written' in text and room.read('p.lesart') == before, text
    text = room.run('import-codebook', '-o', 'p.lesart', qdc)
    assert text.endswith('5 new, 0 changed, 0 the same; sets: 1\n'), text
    assert [tag['name'] for tag in room.show()['tags']] == ['Rahmen & <Bild>', 'Entwarnung', 'Gefahr', 'Zahlen', 'Quelle']
    room.run('export', '--to', 'qdc', '-o', 'once.qdc', 'p.lesart')
    assert b'{1A2B3C4D-0000-4000-8000-0000000000FF}' in room.read('once.qdc')
    assert b'isCodable="false"' in room.read('once.qdc') and b'<Sets>' in room.read('once.qdc')
    text = room.run('import-codebook', '-o', 'p.lesart', 'once.qdc')
    assert text == '0 new, 0 changed, 5 the same; sets: 0\n', text
    text = room.run('import-codebook', '-o', 'p.lesart', os.path.join(CODEBOOKS, 'table.csv'))
    assert text.endswith('2 new, 1 changed, 0 the same; sets: 2\n') and 'passed over: 1\n' in text, text
    out = room.run('export', '--to', 'codebook-csv', 'p.lesart')
    rows = list(csv.DictReader(io.StringIO(out[1:], newline='')))
    assert rows[0]['kind'] == 'heading' and rows[0]['annotations'] == '0'


def test_bad_codebooks(room):
    make_project(room, BOTE)
    before = room.read('p.lesart')
    room.write('bomb.qdc', b'<!DOCTYPE x [<!ENTITY a "aaaa">]><CodeBook><Codes><Code name="&a;"/></Codes></CodeBook>')
    room.write('cut.qdc', b'<CodeBook><Codes>\n<Code guid=')
    room.write('open.csv', b'name\n"never closed\n')
    room.write('empty.csv', b'')
    for name, cause in (('bomb.qdc', 'document type'), ('cut.qdc', ': 2: '), ('open.csv', ': 2: '),
                        ('empty.csv', 'empty'), ('no.qdc', 'No such file'), ('.', 'directory')):
        _, err = room.run('import-codebook', '-o', 'p.lesart', name, status=1)
        assert err.startswith(f'lesart-cli: {name}: ') and cause in err and err.count('\n') == 1, err
    assert room.read('p.lesart') == before
    room.run('import-codebook', '-o', 'missing.lesart', 'cut.qdc', status=1)
    assert not room.has('missing.lesart')
    _, err = room.run('export', '--to', 'qdc', 'p.lesart', status=1)
    assert 'no tags' in err, err


def test_export_html(room):
    make_project(room, BOTE, KURIER)
    annotate(room, note='<script>alert(1)</script>')
    room.run('export', '--to', 'html', '-o', 'p.html', 'p.lesart')
    page = Page(room.read('p.html').decode())
    assert page.elements.count('script') == 0 and page.elements.count('b') == 0
    assert page.elements.count('article') == 2 and page.elements.count('mark') == 1
    assert not [name for name in page.attributes if name.startswith('on') or name == 'style']
    assert '<script>alert(1)</script>' in page.content
    assert "default-src 'none'" in room.read('p.html').decode()


def test_export_markdown(room):
    make_project(room, BOTE)
    annotate(room, note='# kein Titel')
    out = room.run('export', '--to', 'markdown', 'p.lesart')
    assert '\n> Wir gehen kein Risiko ein\n' in out and '\n\\# kein Titel\n' in out, out


def test_check(room):
    make_project(room, BOTE)
    assert room.run('check', 'p.lesart') == 'p.lesart: in order\n'
    annotate(room)
    assert room.run('check', 'p.lesart') == 'p.lesart: in order\n'


def check_finds(room, word, **fields):
    make_project(room, BOTE)
    annotate(room, **fields)
    done = subprocess.run([CLI, 'check', 'p.lesart'], cwd=room.path, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 1 and done.stderr == b'', done
    assert done.stdout.startswith(b'p.lesart: error: ') and word in done.stdout, done.stdout
    before = room.read('p.lesart')
    room.run('import', '-o', 'p.lesart', HERALD, status=1)
    assert room.read('p.lesart') == before


def test_check_finds_range_outside(room):
    check_finds(room, b'n1', start=100000, end=100010, exact='nothing like this stands there')


def test_check_tells_of_lost_words_once(room):
    make_project(room, BOTE)
    annotate(room, exact='words that stand nowhere')
    done = subprocess.run([CLI, 'check', 'p.lesart'], cwd=room.path, stdout=subprocess.PIPE, timeout=60)
    assert done.stdout == (b'p.lesart: error: annotations n1: its words are not where it says, nor in one other place;'
                           b' to be placed\n'), done.stdout


def test_check_finds_article_to_nowhere(room):
    check_finds(room, b'n1', article='nobody')


def test_check_finds_tag_to_nowhere(room):
    check_finds(room, b't9', tags=['t1', 't9'])


def test_check_tells_what_is_to_be_placed(room):
    make_project(room, BOTE)
    annotate(room, start=5, end=5, exact='words that are gone', review='place')
    said = room.run('check', 'p.lesart')
    assert said == ('p.lesart: note: annotations n1: to be placed: its words are not in the text any more\n'), said


def test_check_finds_older_version_nowhere(room):
    make_project(room, BOTE)
    project = json.loads(room.read('p.lesart'))
    project['articles'][0]['version_of'] = 'nobody'
    room.write('p.lesart', json.dumps(project).encode())
    done = subprocess.run([CLI, 'check', 'p.lesart'], cwd=room.path, stdout=subprocess.PIPE, timeout=60)
    assert done.returncode == 1 and b'version_of' in done.stdout, done.stdout


def main():
    tests = [(name, function) for name, function in globals().items() if name.startswith('test_')]
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, function) in enumerate(tests, 1):
        try:
            with Room() as room:
                function(room)
            print(f'ok {number} {name}', flush=True)
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print('#', line)
            print(f'not ok {number} {name}', flush=True)
    return 1 if failed else 0


sys.exit(main())
