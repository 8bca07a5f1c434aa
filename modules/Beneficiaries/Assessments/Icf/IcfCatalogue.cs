namespace InclusionPlatform.Beneficiaries.Assessments.Icf;

/// <summary>A code with a short name.</summary>
/// <param name="Code">Such as <c>d850</c>.</param>
/// <param name="Name">Short, in plain words.</param>
/// <param name="Brief">Of the brief set for vocational rehabilitation, which a sheet begins with.</param>
internal sealed record IcfCode(string Code, string Name, bool Brief);

/// <summary>The codes that are proposed while writing: the brief set for vocational rehabilitation and others that services for work use. Any other code of the classification may be written.</summary>
internal static class IcfCatalogue
{
    private static readonly (string Code, Words Name, bool Brief)[] All =
    [
        ("b130", new("Energia e spinta ad agire", "Energy and drive"), true),
        ("b134", new("Sonno", "Sleep"), false),
        ("b140", new("Attenzione", "Attention"), false),
        ("b144", new("Memoria", "Memory"), false),
        ("b152", new("Emozioni", "Emotional functions"), false),
        ("b160", new("Pensiero", "Thought functions"), false),
        ("b164", new("Funzioni cognitive superiori", "Higher-level cognitive functions"), true),
        ("b210", new("Vista", "Seeing"), false),
        ("b230", new("Udito", "Hearing"), false),
        ("b280", new("Dolore", "Pain"), false),
        ("b455", new("Tolleranza allo sforzo", "Exercise tolerance"), true),
        ("b730", new("Forza muscolare", "Muscle power"), false),
        ("d155", new("Acquisire abilità", "Acquiring skills"), true),
        ("d160", new("Concentrarsi", "Focusing attention"), false),
        ("d166", new("Leggere", "Reading"), false),
        ("d170", new("Scrivere", "Writing"), false),
        ("d172", new("Calcolare", "Calculating"), false),
        ("d175", new("Risolvere problemi", "Solving problems"), false),
        ("d177", new("Prendere decisioni", "Making decisions"), false),
        ("d210", new("Svolgere un compito", "Undertaking a single task"), false),
        ("d220", new("Svolgere più compiti", "Undertaking multiple tasks"), false),
        ("d230", new("Organizzare la giornata", "Carrying out daily routine"), false),
        ("d240", new("Gestire lo stress e le richieste", "Handling stress and demands"), true),
        ("d310", new("Comprendere chi parla", "Receiving spoken messages"), false),
        ("d350", new("Conversare", "Conversation"), false),
        ("d360", new("Usare strumenti per comunicare", "Using communication devices"), false),
        ("d410", new("Cambiare posizione", "Changing body position"), false),
        ("d415", new("Mantenere una posizione", "Maintaining a body position"), false),
        ("d430", new("Sollevare e trasportare", "Lifting and carrying"), false),
        ("d440", new("Movimenti fini della mano", "Fine hand use"), false),
        ("d445", new("Usare mano e braccio", "Hand and arm use"), false),
        ("d450", new("Camminare", "Walking"), false),
        ("d470", new("Usare mezzi di trasporto", "Using transportation"), false),
        ("d475", new("Guidare", "Driving"), false),
        ("d510", new("Lavarsi", "Washing oneself"), false),
        ("d570", new("Avere cura della propria salute", "Looking after one's health"), false),
        ("d620", new("Procurarsi beni e servizi", "Acquiring goods and services"), false),
        ("d710", new("Relazioni semplici", "Basic interpersonal interactions"), false),
        ("d720", new("Relazioni complesse", "Complex interpersonal interactions"), true),
        ("d740", new("Relazioni formali", "Formal relationships"), false),
        ("d760", new("Relazioni familiari", "Family relationships"), false),
        ("d825", new("Formazione professionale", "Vocational training"), false),
        ("d840", new("Apprendistato", "Work preparation"), false),
        ("d845", new("Trovare, mantenere e lasciare un lavoro", "Acquiring, keeping and terminating a job"), true),
        ("d850", new("Lavoro retribuito", "Remunerative employment"), true),
        ("d855", new("Lavoro non retribuito", "Non-remunerative employment"), true),
        ("d870", new("Autosufficienza economica", "Economic self-sufficiency"), false),
        ("e110", new("Farmaci e alimenti", "Products or substances for consumption"), false),
        ("e115", new("Ausili per la vita quotidiana", "Products for daily living"), false),
        ("e135", new("Ausili per il lavoro", "Products for employment"), false),
        ("e310", new("Famiglia ristretta", "Immediate family"), true),
        ("e320", new("Amici", "Friends"), false),
        ("e325", new("Colleghi, vicini, conoscenti", "Acquaintances, peers, colleagues"), false),
        ("e330", new("Persone in posizione di autorità", "People in positions of authority"), true),
        ("e355", new("Operatori sanitari", "Health professionals"), false),
        ("e360", new("Altri operatori", "Other professionals"), false),
        ("e430", new("Atteggiamento di chi ha autorità", "Attitudes of people in authority"), false),
        ("e460", new("Atteggiamenti della società", "Societal attitudes"), false),
        ("e540", new("Trasporti", "Transportation services"), false),
        ("e570", new("Previdenza e sostegno sociale", "Social security"), false),
        ("e575", new("Sostegno sociale generale", "General social support"), false),
        ("e580", new("Servizi sanitari", "Health services"), true),
        ("e590", new("Servizi per il lavoro", "Labour and employment services"), true),
    ];

    private static readonly Dictionary<string, Words> Names = All.ToDictionary(one => one.Code, one => one.Name);

    /// <summary>The codes that are proposed.</summary>
    public static IReadOnlyList<IcfCode> Codes => [.. All.Select(one => new IcfCode(one.Code, one.Name.ToString(), one.Brief))];

    /// <summary>The short name of a code, of the category above where it has none of its own.</summary>
    public static string? NameOf(string code) => Names.TryGetValue(code, out var name) || Names.TryGetValue(code[..4], out name) ? name.ToString() : null;
}
