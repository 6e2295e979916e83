//! 域: fields, whose codes are left out and whose results are read.

/// Fields in fields: marks that only ever open.
const MAX_DEPTH: usize = 64;

/// Characters of a code, after which its end must have been lost.
const MAX_CODE: usize = 4_096;

/// First words of the codes of fields that show objects of other programs.
const OBJECTS: [&str; 3] = ["EMBED", "LINK", "DDE"];

/// The fields that are open, outermost first.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
}

#[derive(Debug, Default)]
struct Field {
    has_result: bool,
    code: String,
    n_code: usize,
}

impl Fields {
    pub(super) fn begin(&mut self) {
        if self.open.len() < MAX_DEPTH {
            self.open.push(Field::default());
        }
    }

    /// From here on the innermost field shows its result.
    pub(super) fn separate(&mut self) {
        if let Some(field) = self.open.last_mut() {
            field.has_result = true;
        }
    }

    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    /// Whether what stands here is shown.
    pub(super) fn shows(&self) -> bool {
        self.open.iter().all(|field| field.has_result)
    }

    /// Adds a character to the code of the innermost field.
    pub(super) fn put(&mut self, code: u16) {
        if let Some(field) = self.open.last_mut() {
            field.n_code += 1;
            if field.n_code > MAX_CODE {
                self.open.clear();
            } else if field.code.len() < 8
                && let Some(char) = char::from_u32(u32::from(code)).filter(|char| *char != ' ')
            {
                field.code.push(char);
            }
        }
    }

    /// Whether an open field shows an object of another program.
    pub(super) fn is_object(&self) -> bool {
        let is_object = |field: &Field| OBJECTS.iter().any(|object| field.code.starts_with(object));
        self.open.iter().any(is_object)
    }
}
