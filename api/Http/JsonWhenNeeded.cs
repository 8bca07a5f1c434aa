using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace InclusionPlatform.Api.Http;

/// <summary>
/// What the serializer knows of each record, learnt at its first use. Every endpoint asks for the metadata of its body and answer as soon as it is mapped, and the
/// serializer would then look into the whole graph of some thousand records before the first request is answered: half of the start and a good part of the memory
/// (ADR 53). Here it gets a note in their place, and the records are looked into when the first of them is read or written.
/// </summary>
/// <param name="complete">How records are really read and written.</param>
internal sealed class JsonWhenNeeded(JsonSerializerOptions complete) : IJsonTypeInfoResolver
{
    private static readonly DefaultJsonTypeInfoResolver Reflection = new();

    /// <summary>Puts itself before the settings made so far.</summary>
    public static void Defer(JsonSerializerOptions options)
    {
        var complete = new JsonSerializerOptions(options);
        complete.TypeInfoResolver = (complete.TypeInfoResolver ?? Reflection).WithAddedModifier(MissingParts.Refuse).WithAddedModifier(UnseenText.Clean);
        options.TypeInfoResolver = new JsonWhenNeeded(complete);
    }

    /// <inheritdoc/>
    /// <remarks>Values are cheap to know, and of an <see cref="object"/> only the serializer itself can tell what it is at run time.</remarks>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => type.IsValueType || type == typeof(string) || type == typeof(object)
        ? Reflection.GetTypeInfo(type, options)
        : ((INote)Activator.CreateInstance(typeof(Note<>).MakeGenericType(type), complete)!).ToTypeInfo(options);

    private interface INote
    {
        JsonTypeInfo ToTypeInfo(JsonSerializerOptions options);
    }

    /// <summary>Reads and writes one type by its complete metadata.</summary>
    private sealed class Note<T>(JsonSerializerOptions complete) : JsonConverter<T>, INote
    {
        private JsonTypeInfo<T> Known => field ??= (JsonTypeInfo<T>)complete.GetTypeInfo(typeof(T));

        public JsonTypeInfo ToTypeInfo(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, this);

        public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonSerializer.Deserialize(ref reader, Known);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, Known);
    }
}
