//! Makes one module of the several that a part of the program consists of.
//!
//! The splitter puts what two parts have in common into a module by itself, one for each set of parts. Each is a request,
//! and calls the others through the table of functions. Here a part gets a copy of all that it needs: one
//! file, whose functions call each other directly. A second copy puts the same constants and functions of the same behaviour
//! into the places where the first one put them.

use std::collections::BTreeMap;

use anyhow::{Context, Result, anyhow, bail, ensure};
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, DataCountSection, DataSection, ElementSection, FunctionSection, ImportSection, NameMap,
    NameSection, RawSection, SectionId,
};
use wasmparser::{Import, TypeRef};

use super::module::Module;

/// What a part imports besides functions, which it calls through the table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ImportKind {
    Table,
    Memory,
    Global,
}

impl ImportKind {
    fn of(import: &Import<'_>) -> Result<Self> {
        match import.ty {
            TypeRef::Table(_) => Ok(Self::Table),
            TypeRef::Memory(_) => Ok(Self::Memory),
            TypeRef::Global(_) => Ok(Self::Global),
            _ => bail!("a part imports the function {}", import.name),
        }
    }
}

/// A module within the one that it becomes part of.
struct Placed<'a> {
    module: Module<'a>,
    /// The index of its first function.
    first: u32,
    /// The indices of what it imports, by kind and own index.
    imports: BTreeMap<(ImportKind, u32), u32>,
    /// Functions that only hand on to one that is here too: that one's index, by their own.
    direct: BTreeMap<u32, u32>,
}

/// Merges modules that were split off the same program.
pub fn merge(modules: &[&[u8]]) -> Result<Vec<u8>> {
    let modules: Vec<Module<'_>> = modules.iter().map(|bytes| Module::read(bytes)).collect::<Result<_>>()?;
    let types = modules.first().context("a part without a module")?.types;
    let mut imports = Imports::default();
    let mut placed = Vec::new();
    let mut first = 0;
    for module in modules {
        ensure!(!module.is_program, "a part has exports or a memory of its own");
        ensure!(module.types == types, "a part has other types of functions than another one");
        let count = u32::try_from(module.functions.len())?;
        let indices = imports.add(&module)?;
        placed.push(Placed { module, first, imports: indices, direct: BTreeMap::new() });
        first += count;
    }
    call_directly(&mut placed)?;
    write(types, &imports, &mut placed)
}

/// What all modules import, each once.
#[derive(Default)]
struct Imports<'a>(Vec<(ImportKind, Import<'a>)>);

impl<'a> Imports<'a> {
    /// Adds what a module imports. Gives the index of each.
    fn add(&mut self, module: &Module<'a>) -> Result<BTreeMap<(ImportKind, u32), u32>> {
        let mut indices = BTreeMap::new();
        for import in &module.imports {
            let kind = ImportKind::of(import)?;
            let of_kind = |(other, _): &&(ImportKind, Import<'_>)| *other == kind;
            let same = |(_, other): &(ImportKind, Import<'_>)| {
                (other.module, other.name) == (import.module, import.name)
            };
            let index = self.0.iter().filter(of_kind).position(same).unwrap_or_else(|| {
                self.0.push((kind, *import));
                self.0.iter().filter(of_kind).count() - 1
            });
            let own = indices.keys().filter(|(other, _)| *other == kind).count();
            indices.insert((kind, u32::try_from(own)?), u32::try_from(index)?);
        }
        Ok(indices)
    }
}

/// Finds what need not go through the table, since it is in the same module now.
fn call_directly(placed: &mut [Placed<'_>]) -> Result<()> {
    let mut there = BTreeMap::new();
    for part in &*placed {
        there.extend(part.module.slots()?.into_iter().map(|(slot, function)| (slot, part.first + function)));
    }
    for part in placed {
        let forwarders = part.module.forwarders()?.into_iter();
        part.direct =
            forwarders.filter_map(|(function, slot)| Some((function, *there.get(&slot)?))).collect();
    }
    Ok(())
}

impl Reencode for Placed<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.direct.get(&function).copied().unwrap_or(self.first + function))
    }

    fn table_index(&mut self, table: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.imported(ImportKind::Table, table))
    }

    fn memory_index(&mut self, memory: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.imported(ImportKind::Memory, memory))
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.imported(ImportKind::Global, global))
    }
}

impl Placed<'_> {
    /// All of these are imported: no part has any of its own.
    fn imported(&self, kind: ImportKind, index: u32) -> u32 {
        self.imports.get(&(kind, index)).copied().unwrap_or(index)
    }
}

/// The whole module, section after section.
fn write(types: &[u8], imports: &Imports<'_>, placed: &mut [Placed<'_>]) -> Result<Vec<u8>> {
    let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
    let (mut elements, mut data) = (ElementSection::new(), DataSection::new());
    let mut names = NameMap::new();
    for part in placed {
        part.module.functions.iter().for_each(|of| _ = functions.function(*of));
        for body in part.module.bodies.clone() {
            part.parse_function_body(&mut code, body).map_err(failed)?;
        }
        for segment in part.module.data.clone().into_iter().filter(|segment| !segment.data.is_empty()) {
            part.parse_data(&mut data, segment).map_err(failed)?;
        }
        for segment in part.module.elements.clone() {
            part.parse_element(&mut elements, segment).map_err(failed)?;
        }
        part.module.names.iter().for_each(|(function, name)| names.append(part.first + function, name));
    }
    let mut imported = ImportSection::new();
    for (_, import) in &imports.0 {
        RoundtripReencoder.parse_import(&mut imported, *import).map_err(failed)?;
    }
    let mut named = NameSection::new();
    named.functions(&names);
    let mut module = wasm_encoder::Module::new();
    module.section(&RawSection { id: SectionId::Type.into(), data: types });
    module.section(&imported).section(&functions).section(&elements);
    module.section(&DataCountSection { count: data.len() }).section(&code).section(&data).section(&named);
    Ok(module.finish())
}

fn failed(error: Error<std::convert::Infallible>) -> anyhow::Error {
    anyhow!("a module can't be written again: {error}")
}
