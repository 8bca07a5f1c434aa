namespace InclusionPlatform.Shared;

/// <summary>
/// What the request at hand reads or changes, for the access log (GDPR art. 5(2), 9, 10 and 32). Handlers name the records;
/// a behaviour writes the entries in the same transaction, so there is no change without its entry and no entry without its change.
/// </summary>
public interface IAuditTrail
{
    /// <summary>A record was read. Mandatory for whatever belongs to a person.</summary>
    /// <param name="record">Kind of record, such as <c>beneficiary</c>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="purpose">Why, in a stable code such as <c>open-record</c>; never free text about the person.</param>
    void Reads(string record, Guid id, string purpose);

    /// <summary>Records were shown in a list or found by a search: one line of the log for the page, that of who is in it included. What was typed is never written.</summary>
    /// <param name="record">Kind of record, such as <c>beneficiary</c>.</param>
    /// <param name="ids">Of the records on the page; none is also worth a line.</param>
    /// <param name="purpose">Which list, in a stable code such as <c>list-people</c>.</param>
    void Lists(string record, IEnumerable<Guid> ids, string purpose);

    /// <summary>A record was made or changed.</summary>
    /// <param name="record">Kind of record, such as <c>company</c>.</param>
    /// <param name="id">Its id.</param>
    void Changes(string record, Guid id);

    /// <summary>
    /// A record was asked for by its id and not shown. Written also of ids that do not exist: who reads the log sees guesses, and who guesses learns nothing from
    /// how long the answer takes.
    /// </summary>
    /// <param name="record">Kind of record, such as <c>beneficiary</c>.</param>
    /// <param name="id">The id that was asked for, or the person's whose record it is.</param>
    void Refuses(string record, Guid id);

    /// <summary>Data left the platform in a file.</summary>
    /// <param name="what">What was exported, such as <c>companies</c>.</param>
    /// <param name="purpose">Stable code of the reason.</param>
    void Exports(string what, string purpose);
}
