/** First names that are nearly always a man's, or a woman's; folded. Those that are both are left out. */
export const MALE_NAMES: ReadonlySet<string> = new Set(
  `aaron abdul abdullah abraham achim adam adrian ahmad ahmed aidan akira alan alasdair alastair albert alejandro
   aleksander aleksandr alessandro alexander alfred ali alistair allan alvaro ambrose anatoly anders andre andreas
   andrei andrej andrew andy angelo angus anselm anthony anton antonio archie arne arnold arsene arthur arturo arvo
   axel barack barnaby barry bartholomew basil bastian ben benedict benedikt bengt benjamin bernard bernd bernhard
   bertil bill billy bjorn bob bobby bogdan boris brad bradley brendan brian bruce bruno bryan caio callum calvin
   cameron carl carlos cecil cedric charles charlie christian christoph christopher clarence claudio clement clive
   colin connor conrad cornelius craig cristiano curtis cyril damian daniel danny dariusz darren dave david davide
   dean declan denis dennis derek dermot desmond detlef diego dieter dirk dmitri dmitry domenico dominic dominik don
   donald douglas duncan dwight dylan eamonn ed eddie edgar edmund edward edwin einar elias elliot emil emilio
   emmanuel emre enrico enrique eric erich erik ernest ernst erwin esteban ethan eugene evan ewan ezra fabian fabio
   federico felipe felix ferdinand fergus fernando finn florian francesco francis franco francois frank franz fraser
   fred frederick frederik fredrik friedrich fritz fyodor gareth gary gavin geoff georg george gerald gerard gerd
   gerhard giacomo gianni gilbert giovanni giuseppe glenn godfrey gonzalo gordon graeme graham grant greg gregor
   gregory guido guillaume guillermo gunnar gunther gustav guy hakan hakon hamid hans harald harold harry harvey hasan
   hassan hector heinrich heinz helmut hendrik henri henrik henry herbert herman hermann horst howard hubert hugh hugo
   humphrey hussein iain ian ibrahim ignacio igor ilya imran ingo isaac ismail ivan ivo jack jacob jake jakob jakub
   james jason jasper javier jay jeff jeffrey jens jeremy jerome jerry jerzy jesper jim jimmy jiri joachim joao jochen
   joe joel johan johann johannes john johnny jon jonas jonathan jorg jorge jose josef joseph josh joshua jozef juan
   julian julius jurgen justin kaj karel karim karl kaspar kasper keith ken kenneth kenny kevin khalid kjell klaus
   knut konrad konstantin kurt kyle larry lars laszlo laurence laurent lawrence lee leif lennart leo leon leonard
   leonardo leopold levi lewis liam linus lionel lorenzo lothar louis luc luca lucas luciano ludwig luigi luis lukas
   lukasz luke lutz magnus maksim malcolm manfred manuel marc marcel marcin marco marcus marek mario marius mark
   martin marvin massimo mathew mats matt matthew matthias mattias maurice mauricio max maxim maximilian mehmet
   michael mick miguel mikael mike mikhail milan miles miroslav mohamed mohammad mohammed morten muhammad murray
   mustafa nathan nathaniel neil nelson niall nicholas nick nico nicolas nigel niklas nikolai nikolaj nils noel norman
   octavio olaf olav ole oleg oliver olivier omar orlando orson oscar oskar oswald otto ove owen pablo paolo pascal
   patrick paul pavel pawel pedro peter petr petter phil philip philipp phillip pierre piet pieter pietro piotr
   quentin rafael rajesh ralf ralph ramon randall rashid rasmus raul ray raymond reginald reinhard reinhold renato
   reuben rhys ricardo richard rick ricky roald rob robert roberto roderick rodrigo roger roland rolf roman ron ronald
   ronan rory ross roy rudolf rufus rune rupert russell ryan sajid salman salvador salvatore samuel sander sandro
   santiago saul scott sean sebastian selim serge sergei sergio seth shane shaun siegfried sigmund sigurd silvio
   simeon simon stanislav stanley stefan sten stephan stephane stephen steve steven stewart stig stuart sune svein
   sven sylvester tadeusz tariq ted terence terrence terry theo theodor theodore thierry thomas thor thorsten tim
   timothy tobias todd tom tomas tomasz tommaso tommy tony tor tore torsten travis trevor tristan ture udo ulf ulrich
   umberto uwe vaclav valentin vasily victor vidar viggo vikram viktor vince vincent vito vittorio vladimir volker
   walter warren wayne wilfred wilhelm will willem william willie winston wolfgang xavier yannick yuri yusuf yves zac
   zachary zoltan`.split(/\s+/u),
); // prettier-ignore
export const FEMALE_NAMES: ReadonlySet<string> = new Set(
  `abigail adela adelaide adele agatha agnes agnieszka aisha alexandra alice alicia alison allison amanda amber amelia
   amelie amina amy ana ananya andie angela anita ann anna annabel annabelle anne annie annika antonia aoife april
   arabella astrid audrey augusta aurelie ava barbara beate beatrice beatrix becky bella bernadette beth bethany betty
   beverley bianca birgit blanca brenda bridget brigitte britt bronwen bryony camilla candice carla carlotta carmen
   carol carole carolina caroline carolyn catherine cathy cecilia celia celine chantal charlene charlotte cheryl
   chiara chioma chloe christina christine claire clara clare clarissa claudia claudine colette colleen constance
   consuelo cordelia cosima courtney cynthia dagmar daisy daniela danielle daphne dawn debbie deborah deirdre delia
   della delphine denise diana diane dolores donna doreen doris dorothy dragana edith edna effie eileen eilidh elaine
   eleanor elena elin elisa elisabeth elise eliza elizabeth ella ellen eloise elsa elspeth emily emma enid erica erika
   erin esperanza estelle esther eugenia eva eve evelyn ewa faith fatima felicity fiona florence frances francesca
   francoise frieda gabriella gail gemma genevieve georgia georgina geraldine gillian gina ginny giulia gloria grace
   greta gretchen gwen hannah harriet hazel heather hedda heidi helen helena helene henrietta hester hilary hilda
   hillary holly ida imani imelda imogen ines ingrid irene irina iris isabel isabella isla isobel isolde ivana ivanka
   ivy jacinda jackie jacqueline jade jana jane janet janice janine jean jeanette jen jenna jennifer jenny jessica
   jill joan joanna joanne josephine josie joyce judith judy julia juliana julie juliet juliette justine karen karin
   katarzyna kate katherine kathleen kathryn kathy katie katrin katrina katy kay kayla keira khadija kirsten kirsty
   kristen lakshmi lara laura lauren layla leah leanne leila lena leonie leonora lesley leyla lila lillian lily linda
   linnea lisa liv liz liza lois lorna lorraine louise lourdes lucia lucinda lucy ludmila luisa lydia lynn mabel
   madeleine madeline magdalena maggie mandy marcia maren margaret margery margot marguerite maria marian marie marija
   marilyn marina marion marissa marjorie marketa marta martha mary matilda maud maureen mavis maxine meera megan
   melanie melissa mia michelle mildred milena millie minna miranda miriam moira mona monica monique morag
   muriel myra myrtle nadia nadine nancy naomi natalia natalie natasha nell nellie ngozi niamh nicola nicole nina nora
   norma octavia odette oksana olga olive olivia ophelia orla ottilie paloma pamela paola patricia paula pauline pearl
   peggy penelope penny petra philippa phoebe pilar polly priya prudence rachel ragna ramona rebecca renee rhiannon
   rhona rita roberta rocio roisin rosa rosalind rose rosemary rosie roxanne ruth sabrina sally samantha sandra sanna
   saoirse sara sarah saskia selina serena shannon sharon sheila shirley sian sigrid silvia sinead siobhan sofia
   solveig sonia sonja sophia sophie stacey stella stephanie sue sunita susan susanna suzanne suzette svetlana sybil
   sylvia sylvie tabitha tamara tanya tara tatiana teresa tessa thandiwe thelma theresa tilda tilde tina tove tracey
   tracy trudy una ursula valerie vanessa vera veronica veronique vesna victoria viola violet virginia vivian wanda
   wendy winifred winnie ximena yasmin yolanda yvette yvonne zainab zara zelda zoe zofia zuzana`.split(/\s+/u),
); // prettier-ignore
