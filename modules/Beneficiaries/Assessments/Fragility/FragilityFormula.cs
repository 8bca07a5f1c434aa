using System.Globalization;

namespace InclusionPlatform.Beneficiaries.Assessments.Fragility;

/// <summary>What is wrong with a formula, and where.</summary>
internal sealed class FormulaException(string code, Words message) : Exception(code)
{
    public string Code { get; } = code;

    public Words Sentence { get; } = message;
}

/// <summary>
/// A formula of numbers, names, <c>+ - * /</c>, comparisons, brackets, <c>min</c>, <c>max</c>, <c>round</c> and <c>if</c>: nothing else can be said in it, so whoever keeps it can
/// neither read nor run anything. Read once, within limits of length and depth; reckoned in decimals.
/// </summary>
internal sealed class FragilityFormula
{
    public const int Longest = 1000;

    private const int Deepest = 40;

    private readonly Func<IReadOnlyDictionary<string, decimal>, decimal> root;

    private FragilityFormula(Func<IReadOnlyDictionary<string, decimal>, decimal> root, IReadOnlySet<string> names) => (this.root, Names) = (root, names);

    private delegate decimal Reckon(IReadOnlyDictionary<string, decimal> values);

    /// <summary>The names that it uses.</summary>
    public IReadOnlySet<string> Names { get; }

    /// <summary>Reads a formula.</summary>
    /// <exception cref="FormulaException">It is no formula.</exception>
    public static FragilityFormula Parse(string text, IReadOnlySet<string> known)
    {
        if (text.Length > Longest)
        {
            throw new FormulaException("formula.too-long", new Words("La formula è troppo lunga: al massimo {0} caratteri.", "The formula is too long: {0} characters at most.").With(Longest));
        }

        var reader = new Reader(text, known);
        var parsed = reader.Whole();
        return new(values => parsed(values), reader.Used);
    }

    /// <summary>Reckons it.</summary>
    /// <exception cref="FormulaException">It divides by zero, or grows beyond all numbers.</exception>
    public decimal Evaluate(IReadOnlyDictionary<string, decimal> values)
    {
        try
        {
            return root(values);
        }
        catch (DivideByZeroException)
        {
            throw new FormulaException("formula.divides-by-zero", new("La formula divide per zero con questi valori: proteggerla con «if».", "The formula divides by zero with these values: guard it with \"if\"."));
        }
        catch (OverflowException)
        {
            throw new FormulaException("formula.too-large", new("Il risultato della formula è troppo grande.", "The formula's result is too large."));
        }
    }

    private sealed class Reader(string text, IReadOnlySet<string> known)
    {
        private int at;
        private int depth;

        public HashSet<string> Used { get; } = [];

        public Reckon Whole()
        {
            var all = Comparison();
            return Next() == '\0' ? all : throw Unexpected();
        }

        private Reckon Comparison()
        {
            if (++depth > Deepest)
            {
                throw new FormulaException("formula.too-deep", new("La formula ha troppe parentesi una dentro l'altra: semplificarla.", "The formula has too many brackets within each other: simplify it."));
            }

            var left = Sum();
            if (Next() is '<' or '>' or '=')
            {
                var sign = text[at++].ToString();
                if (at < text.Length && ((sign == "<" && text[at] is '=' or '>') || (sign == ">" && text[at] == '=')))
                {
                    sign += text[at++];
                }

                var right = Sum();
                depth--;
                return sign switch
                {
                    "<" => values => left(values) < right(values) ? 1 : 0,
                    "<=" => values => left(values) <= right(values) ? 1 : 0,
                    ">" => values => left(values) > right(values) ? 1 : 0,
                    ">=" => values => left(values) >= right(values) ? 1 : 0,
                    "<>" => values => left(values) != right(values) ? 1 : 0,
                    _ => values => left(values) == right(values) ? 1 : 0,
                };
            }

            depth--;
            return left;
        }

        private Reckon Sum()
        {
            var sum = Product();
            while (Next() is '+' or '-')
            {
                var (left, plus) = (sum, text[at++] == '+');
                var right = Product();
                sum = plus ? values => left(values) + right(values) : values => left(values) - right(values);
            }

            return sum;
        }

        private Reckon Product()
        {
            var product = Signed();
            while (Next() is '*' or '/')
            {
                var (left, times) = (product, text[at++] == '*');
                var right = Signed();
                product = times ? values => left(values) * right(values) : values => left(values) / right(values);
            }

            return product;
        }

        private Reckon Signed()
        {
            var minus = false;
            while (Next() == '-')
            {
                at++;
                minus = !minus;
            }

            var value = Primary();
            return minus ? values => -value(values) : value;
        }

        private Reckon Primary()
        {
            var next = Next();
            if (next == '(')
            {
                at++;
                var inner = Comparison();
                Expect(')');
                return inner;
            }

            if (char.IsAsciiDigit(next))
            {
                var from = at;
                while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
                {
                    at++;
                }

                return decimal.TryParse(text.AsSpan(from, at - from), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? _ => number : throw Unexpected(from);
            }

            return char.IsAsciiLetter(next) ? Named() : throw Unexpected();
        }

        private Reckon Named()
        {
            var from = at;
            while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
            {
                at++;
            }

            var name = text[from..at];
            if (Next() == '(')
            {
                at++;
                return Function(name, from);
            }

            if (!known.Contains(name))
            {
                throw new FormulaException("formula.unknown-name", new Words("«{0}» non è tra i valori che la formula può usare.", "\"{0}\" is not among the values that the formula may use.").With(name));
            }

            Used.Add(name);
            return values => values[name];
        }

        private Reckon Function(string name, int from)
        {
            List<Reckon> given = [Comparison()];
            while (Next() is ',' or ';')
            {
                at++;
                given.Add(Comparison());
            }

            Expect(')');
            Reckon[] all = [.. given];
            return (name, all.Length) switch
            {
                ("min", _) => values => all.Min(one => one(values)),
                ("max", _) => values => all.Max(one => one(values)),
                ("round", 1) => values => Math.Round(all[0](values), MidpointRounding.AwayFromZero),
                ("if", 3) => values => all[0](values) != 0 ? all[1](values) : all[2](values),
                _ => throw new FormulaException("formula.unknown-function", new Words(
                    "«{0}» alla posizione {1}: si possono usare min, max, round con un valore e if con tre.", "\"{0}\" at position {1}: min, max, round with one value and if with three may be used.").With(name, from + 1)),
            };
        }

        private char Next()
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            return at < text.Length ? text[at] : '\0';
        }

        private void Expect(char wanted)
        {
            if (Next() != wanted)
            {
                throw Unexpected();
            }

            at++;
        }

        private FormulaException Unexpected(int? where = null) => new("formula.form", new Words(
            "La formula non si capisce alla posizione {0}: controllare parentesi, segni e virgole.", "The formula cannot be understood at position {0}: check brackets, signs and commas.").With((where ?? at) + 1));
    }
}
