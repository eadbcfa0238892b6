/**
 * Names of people who do not exist, in several languages and scripts. A name in a script other than the Latin one has
 * its Latin form behind a colon, for usernames and addresses.
 */
interface Language {
  /** How many of a thousand employees have a name of it. */
  readonly share: number
  readonly first: readonly string[]
  readonly last: readonly string[]
}

const names = (text: string) => text.trim().split(/\s+/)

export const languages: readonly Language[] = [
  {
    share: 300,
    first: names(
      'James Mary Oliver Emma William Charlotte Thomas Amelia George Grace Harriet Edward Alice Henry Ruth Samuel Eleanor Arthur Florence Joseph Rose Frederick Matilda Anna Hannah Martin Joanna Annabel Alexander Victoria',
    ),
    last: names(
      "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Harrison O'Neill O'Brien Fairweather Smith-Jones Hathaway Pemberton Whitcombe Ashdown Merriweather",
    ),
  },
  {
    share: 160,
    first: names(
      'Anna Lukas Johanna Felix Marie Jonas Lena Jürgen Käthe Björn Günther Sophie Matthias Ursula Annegret Heiko Sabine Uwe Renate Jörg Hannelore Max Änne Moritz',
    ),
    last: names(
      'Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Bauer Richter Klein Wolf Schröder Neumann Zimmermann Krüger Hofmann Strauß Weiß Großmann Köhler Hermann Bachmann',
    ),
  },
  {
    share: 90,
    first: names(
      'Łukasz Zofia Stanisław Małgorzata Paweł Agnieszka Jiří Tereza Ondřej Božena Michał Kateřina Věra Zdeněk',
    ),
    last: names(
      'Kowalski Nowak Wiśniewska Wójcik Dąbrowski Zieliński Żółć Dvořák Novotná Černý Procházka Kučera Łęcka Świątek',
    ),
  },
  {
    share: 110,
    first: names(
      'José María Carmen Antonio Lucía Núria João Inês Gonçalo Beatriz Íñigo Martín Sofía Andrés Désirée Chloé François Hélène',
    ),
    last: names(
      'García Fernández Muñoz López Martínez Peña Ibáñez Ferreira Araújo Magalhães Lefèvre Moreau Çelebi Núñez Guimarães d’Aubigné',
    ),
  },
  {
    share: 80,
    first: names('Åsa Søren Bjørn Öyvind Linnéa Þóra Jón Ása Freja Signe Håkon Mårten Liv Eiríkur Aino Väinö'),
    last: names(
      'Öberg Sørensen Lindqvist Ångström Håkansson Bjarnadóttir Þórsson Nygård Virtanen Mäkelä Kjær Østergaard Dahl Berg',
    ),
  },
  {
    share: 60,
    first: names('Ayşe Işık İbrahim Çağla Oğuz Gülşen Şükrü Zeynep Emre Nguyệt Phương Đức Thảo Quỳnh'),
    last: names('Yıldız Öztürk Çelik Şahin İnönü Irmak Kılıç Nguyễn Trần Đặng Phạm Hoàng'),
  },
  {
    share: 50,
    first: names(
      'Анна:anna Дмитрий:dmitri Ольга:olga Сергей:sergei Наталья:natalia Богдан:bohdan Любомир:lubomir Юлия:yulia',
    ),
    last: names(
      'Иванова:ivanova Петров:petrov Соколов:sokolov Шевченко:shevchenko Коваленко:kovalenko Щербакова:shcherbakova Димитров:dimitrov',
    ),
  },
  {
    share: 30,
    first: names('Ελένη:eleni Γιώργος:giorgos Μαρία:maria Νίκος:nikos Αθηνά:athina Θεόδωρος:theodoros'),
    last: names(
      'Παπαδόπουλος:papadopoulos Γεωργίου:georgiou Νικολαΐδης:nikolaidis Οικονόμου:oikonomou Βασιλείου:vasileiou',
    ),
  },
  {
    share: 60,
    first: names('伟:wei 芳:fang 娜:na 秀英:xiuying 敏:min 小明:xiaoming 建国:jianguo 丽丽:lili 雪梅:xuemei 浩:hao'),
    last: names('王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 赵:zhao 欧阳:ouyang 周:zhou 吴:wu'),
  },
  {
    share: 25,
    first: names('さくら:sakura 健太:kenta ゆい:yui 大輔:daisuke 美咲:misaki 翔:sho 陽菜:hina ケン:ken'),
    last: names('佐藤:sato 鈴木:suzuki 高橋:takahashi 田中:tanaka 渡辺:watanabe 伊藤:ito 山本:yamamoto'),
  },
  {
    share: 15,
    first: names('지훈:jihun 서연:seoyeon 민준:minjun 하윤:hayun 도윤:doyun 수빈:subin'),
    last: names('김:kim 이:lee 박:park 최:choi 정:jung'),
  },
  {
    share: 12,
    first: names('فاطمة:fatima محمد:mohammed ليلى:layla يوسف:yusuf خديجة:khadija عمر:omar'),
    last: names('الحسن:alhassan المنصور:almansour حداد:haddad خوري:khoury الزهراني:alzahrani'),
  },
  {
    share: 8,
    first: names('प्रिया:priya अर्जुन:arjun लक्ष्मी:lakshmi राहुल:rahul अनन्या:ananya विक्रम:vikram'),
    last: names('शर्मा:sharma वर्मा:verma गुप्ता:gupta पटेल:patel अय्यर:iyer'),
  },
]
