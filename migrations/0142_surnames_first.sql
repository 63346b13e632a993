-- A surname before a first name that is written to it is what such names have in common: they are looked at once more.
update speakers set sound = null where name glob '*[一-鿿]*' and instr(name, ' ') = 0;
update follows set is_noted = 0 where kind = 'person' and words glob '*[一-鿿]*' and instr(words, ' ') = 0;
