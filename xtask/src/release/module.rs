//! A module of WebAssembly that the splitter took out of the program, section by section.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use wasmparser::{
    Data, Element, ElementItems, ElementKind, FunctionBody, Import, KnownCustom, Name, NameMap, Operator,
    Parser, Payload, TypeRef,
};

/// How the linker names the segments of data that no program changes.
const CONSTANTS: &str = ".rodata";

/// The sections of a module that count when modules are merged.
#[derive(Default)]
pub struct Module<'a> {
    /// The types of functions, as they stand in the file.
    pub types: &'a [u8],
    /// Imports, in the order of their indices.
    pub imports: Vec<Import<'a>>,
    /// The type of each function that the module defines.
    pub functions: Vec<u32>,
    /// The body of each of them.
    pub bodies: Vec<FunctionBody<'a>>,
    /// Segments of the table of functions.
    pub elements: Vec<Element<'a>>,
    /// Segments of the memory.
    pub data: Vec<Data<'a>>,
    /// Names of functions, by index.
    pub names: BTreeMap<u32, &'a str>,
    /// Whether the module sets data that the program may change.
    pub has_state: bool,
    /// Whether the module has an export, a start, or a table, memory or global of its own.
    pub is_program: bool,
}

impl<'a> Module<'a> {
    /// Reads a module.
    pub fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Self::default();
        let mut data_names = BTreeMap::new();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::TypeSection(types) => {
                    let range = types.range();
                    module.types = &bytes[range.start as usize..range.end as usize];
                }
                Payload::ImportSection(imports) => {
                    module.imports = imports.into_imports().collect::<Result<_, _>>()?;
                }
                Payload::FunctionSection(functions) => {
                    module.functions = functions.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => module.bodies.push(body),
                Payload::ElementSection(elements) => {
                    module.elements = elements.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::DataSection(data) => module.data = data.into_iter().collect::<Result<_, _>>()?,
                Payload::CustomSection(custom) => {
                    if let KnownCustom::Name(names) = custom.as_known() {
                        for name in names {
                            match name? {
                                Name::Function(functions) => module.names = by_index(functions)?,
                                Name::Data(segments) => data_names = by_index(segments)?,
                                _ => {}
                            }
                        }
                    }
                }
                Payload::ExportSection(exports) => module.is_program |= exports.count() > 0,
                Payload::TableSection(_)
                | Payload::MemorySection(_)
                | Payload::GlobalSection(_)
                | Payload::StartSection { .. } => module.is_program = true,
                _ => {}
            }
        }
        let is_constant =
            |index| data_names.get(&index).is_some_and(|name: &&str| name.starts_with(CONSTANTS));
        module.has_state =
            (0..).zip(&module.data).any(|(index, segment)| !segment.data.is_empty() && !is_constant(index));
        Ok(module)
    }

    /// The number of functions that are imported: the index of the first one that is defined.
    pub fn imported_functions(&self) -> u32 {
        let functions = self.imports.iter().filter(|import| matches!(import.ty, TypeRef::Func(_)));
        functions.count() as u32
    }

    /// The places of the table that the module fills, each with the function there.
    pub fn slots(&self) -> Result<Vec<(u32, u32)>> {
        let mut slots = Vec::new();
        for element in &self.elements {
            let (ElementItems::Functions(functions), Some(start)) = (&element.items, start(element)?) else {
                continue;
            };
            for (slot, function) in (start..).zip(functions.clone()) {
                slots.push((slot, function?));
            }
        }
        Ok(slots)
    }

    /// The functions that hand their parameters on to the function at a place of the table, with that place.
    pub fn forwarders(&self) -> Result<Vec<(u32, u32)>> {
        let mut forwarders = Vec::new();
        for (function, body) in (self.imported_functions()..).zip(&self.bodies) {
            if let Some(slot) = forwarded(body)? {
                forwarders.push((function, slot));
            }
        }
        Ok(forwarders)
    }
}

fn by_index(names: NameMap<'_>) -> Result<BTreeMap<u32, &str>> {
    let named = names.into_iter().map(|naming| naming.map(|naming| (naming.index, naming.name)));
    Ok(named.collect::<Result<_, _>>()?)
}

/// The place of the table at which a segment starts; none where the segment is not put there by itself.
fn start(element: &Element<'_>) -> Result<Option<u32>> {
    let ElementKind::Active { offset_expr, .. } = &element.kind else { return Ok(None) };
    match offset_expr.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(Some(value.cast_unsigned())),
        other => bail!("a segment of the table starts at {other:?}"),
    }
}

/// The place of the table whose function a body calls with its own parameters, if the body does nothing else.
fn forwarded(body: &FunctionBody<'_>) -> Result<Option<u32>> {
    let (mut parameters, mut slot, mut is_called) = (0, None, false);
    for operator in body.get_operators_reader()? {
        match operator? {
            Operator::LocalGet { local_index } if slot.is_none() && local_index == parameters => {
                parameters += 1;
            }
            Operator::I32Const { value } if slot.is_none() => slot = Some(value.cast_unsigned()),
            Operator::CallIndirect { .. } if slot.is_some() && !is_called => is_called = true,
            Operator::End if is_called => {}
            _ => return Ok(None),
        }
    }
    Ok(slot.filter(|_| is_called))
}
