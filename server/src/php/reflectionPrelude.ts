/**
 * PHP's reflection classes as schemas use them, in PHP of our own over a few native functions (builtins/reflection.ts).
 * What a method is missing for (attributes, files, closures) stays unknown.
 */
export const reflectionText = `
class ReflectionException extends Exception {}

abstract class ReflectionType {
    protected $facts;
    public function __construct($facts) { $this->facts = $facts; }
    public static function from($facts) {
        if ($facts === null) { return null; }
        if (count($facts['names']) === 1) { return new ReflectionNamedType($facts); }
        return $facts['all'] ? new ReflectionIntersectionType($facts) : new ReflectionUnionType($facts);
    }
    public function allowsNull() { return $this->facts['null']; }
}
class ReflectionNamedType extends ReflectionType {
    public function getName() { return $this->facts['names'][0]; }
    public function isBuiltin() { return $this->facts['builtin'][0]; }
    public function __toString() {
        $name = $this->getName();
        return ($this->allowsNull() && $name !== 'mixed' && $name !== 'null' ? '?' : '') . $name;
    }
}
class ReflectionUnionType extends ReflectionType {
    public function getTypes() {
        $types = [];
        foreach ($this->facts['names'] as $i => $name) {
            $types[] = new ReflectionNamedType(['names' => [$name], 'builtin' => [$this->facts['builtin'][$i]], 'null' => $name === 'null']);
        }
        return $types;
    }
    public function __toString() { return implode('|', $this->facts['names']); }
}
class ReflectionIntersectionType extends ReflectionUnionType {
    public function __toString() { return implode('&', $this->facts['names']); }
}

class ReflectionClass {
    const IS_FINAL = 32;
    public $name;
    private $facts;
    public function __construct($of) {
        $this->facts = \\moodle_ws\\class_facts($of);
        $this->name = $this->facts['name'];
    }
    public function getName() { return $this->name; }
    public function getShortName() { return $this->facts['short']; }
    public function getNamespaceName() { return $this->facts['namespace']; }
    public function inNamespace() { return $this->facts['namespace'] !== ''; }
    public function getDocComment() { return $this->facts['doc']; }
    public function getFileName() { return $this->facts['file']; }
    public function isAbstract() { return $this->facts['abstract']; }
    public function isInterface() { return $this->facts['kind'] === 'interface'; }
    public function isTrait() { return $this->facts['kind'] === 'trait'; }
    public function isEnum() { return $this->facts['kind'] === 'enum'; }
    public function isInstantiable() { return $this->facts['kind'] === 'class' && !$this->facts['abstract']; }
    public function getParentClass() { return $this->facts['parent'] === null ? false : new ReflectionClass($this->facts['parent']); }
    public function isSubclassOf($other) { return is_subclass_of($this->name, $other instanceof ReflectionClass ? $other->name : $other, true); }
    public function implementsInterface($other) { return is_a($this->name, $other instanceof ReflectionClass ? $other->name : $other, true); }
    public function getTraitNames() { return $this->facts['traits']; }
    public function hasProperty($name) { return isset(\\moodle_ws\\properties($this->name)[$name]); }
    public function getProperty($name) { return new ReflectionProperty($this->name, $name); }
    public function getProperties($filter = null) {
        $list = [];
        foreach (\\moodle_ws\\properties($this->name) as $facts) {
            if ($filter === null || ($facts['modifiers'] & $filter) !== 0) { $list[] = new ReflectionProperty($facts['class'], $facts['name']); }
        }
        return $list;
    }
    public function getDefaultProperties() {
        $values = [];
        foreach (\\moodle_ws\\properties($this->name) as $facts) { $values[$facts['name']] = $facts['default']; }
        return $values;
    }
    public function hasMethod($name) { return method_exists($this->name, $name); }
    public function getMethod($name) { return new ReflectionMethod($this->name, $name); }
    public function getConstructor() { return $this->hasMethod('__construct') ? $this->getMethod('__construct') : null; }
    public function getMethods($filter = null) {
        $list = [];
        foreach (\\moodle_ws\\methods($this->name) as $facts) {
            if ($filter === null || ($facts['modifiers'] & $filter) !== 0) { $list[] = new ReflectionMethod($this->name, $facts['name']); }
        }
        return $list;
    }
    public function getConstants($filter = null) { return \\moodle_ws\\constants($this->name); }
    public function hasConstant($name) { return array_key_exists($name, $this->getConstants()); }
    public function getConstant($name) { return $this->getConstants()[$name] ?? false; }
    public function newInstance(...$args) { return new ($this->name)(...$args); }
    public function newInstanceArgs($args = []) { return new ($this->name)(...$args); }
    public function newInstanceWithoutConstructor() { return \\moodle_ws\\bare_instance($this->name); }
}
class ReflectionObject extends ReflectionClass {}
class ReflectionEnum extends ReflectionClass {
    public function getCases() {
        $cases = [];
        foreach (call_user_func([$this->name, 'cases']) as $case) { $cases[] = new ReflectionEnumBackedCase($case); }
        return $cases;
    }
}
class ReflectionEnumBackedCase {
    public $name;
    private $case;
    public function __construct($case) { $this->case = $case; $this->name = $case->name; }
    public function getName() { return $this->name; }
    public function getValue() { return $this->case; }
    public function getBackingValue() { return $this->case->value; }
}

abstract class ReflectionMember {
    const IS_PUBLIC = 1;
    const IS_PROTECTED = 2;
    const IS_PRIVATE = 4;
    const IS_STATIC = 16;
    const IS_ABSTRACT = 64;
    const IS_READONLY = 128;
    public $name;
    public $class;
    protected $facts;
    protected function take($facts) {
        if ($facts === null) { throw new ReflectionException(); }
        $this->facts = $facts;
        $this->name = $facts['name'];
        $this->class = $facts['class'];
    }
    public function getName() { return $this->name; }
    public function getDocComment() { return $this->facts['doc']; }
    public function getModifiers() { return $this->facts['modifiers']; }
    public function getDeclaringClass() { return new ReflectionClass($this->class); }
    public function isPublic() { return ($this->facts['modifiers'] & 1) !== 0; }
    public function isProtected() { return ($this->facts['modifiers'] & 2) !== 0; }
    public function isPrivate() { return ($this->facts['modifiers'] & 4) !== 0; }
    public function isStatic() { return ($this->facts['modifiers'] & 16) !== 0; }
    public function setAccessible($accessible) {}
}
class ReflectionProperty extends ReflectionMember {
    public function __construct($of, $name) { $this->take(\\moodle_ws\\properties($of)[$name] ?? null); }
    public function getType() { return ReflectionType::from($this->facts['type']); }
    public function hasType() { return $this->facts['type'] !== null; }
    public function isReadOnly() { return ($this->facts['modifiers'] & 128) !== 0; }
    public function isPromoted() { return $this->facts['promoted']; }
    public function isDefault() { return true; }
    public function hasDefaultValue() { return $this->facts['has default']; }
    public function getDefaultValue() { return $this->facts['default']; }
    public function getValue($object = null) { return $object->{$this->name}; }
    public function setValue($object, $value = null) { $object->{$this->name} = $value; }
}
class ReflectionMethod extends ReflectionMember {
    public function __construct($of, $name = null) {
        if ($name === null) { [$of, $name] = explode('::', $of); }
        $this->take(\\moodle_ws\\methods($of)[strtolower($name)] ?? null);
    }
    public function isAbstract() { return ($this->facts['modifiers'] & 64) !== 0; }
    public function isConstructor() { return $this->name === '__construct'; }
    public function getReturnType() { return ReflectionType::from($this->facts['type']); }
    public function hasReturnType() { return $this->facts['type'] !== null; }
    public function getParameters() {
        $list = [];
        foreach ($this->facts['parameters'] as $facts) { $list[] = new ReflectionParameter($facts); }
        return $list;
    }
    public function getNumberOfParameters() { return count($this->facts['parameters']); }
    public function getNumberOfRequiredParameters() {
        return count(array_filter($this->facts['parameters'], fn($one) => !$one['optional']));
    }
    public function invoke($object = null, ...$args) { return call_user_func_array([$object ?? $this->class, $this->name], $args); }
    public function invokeArgs($object = null, $args = []) { return call_user_func_array([$object ?? $this->class, $this->name], $args); }
}
class ReflectionParameter {
    public $name;
    private $facts;
    public function __construct($facts) { $this->facts = $facts; $this->name = $facts['name']; }
    public function getName() { return $this->name; }
    public function getPosition() { return $this->facts['position']; }
    public function getType() { return ReflectionType::from($this->facts['type']); }
    public function hasType() { return $this->facts['type'] !== null; }
    public function allowsNull() { return $this->facts['type'] === null || $this->facts['type']['null']; }
    public function isOptional() { return $this->facts['optional']; }
    public function isVariadic() { return $this->facts['variadic']; }
    public function isPromoted() { return $this->facts['modifiers'] !== 0; }
    public function isDefaultValueAvailable() { return $this->facts['has default']; }
    public function getDefaultValue() { return $this->facts['default']; }
}
`;
